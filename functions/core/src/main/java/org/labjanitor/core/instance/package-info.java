/** Instances: what a sweep looks at. */
package org.labjanitor.core.instance;
