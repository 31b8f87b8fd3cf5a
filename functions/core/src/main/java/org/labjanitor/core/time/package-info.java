/** Moments as people read them. */
package org.labjanitor.core.time;
