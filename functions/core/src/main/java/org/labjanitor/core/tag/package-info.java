/** The lab's tags and how they are read. */
package org.labjanitor.core.tag;
