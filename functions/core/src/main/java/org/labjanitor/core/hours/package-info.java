/** The hours in which something may be removed. */
package org.labjanitor.core.hours;
