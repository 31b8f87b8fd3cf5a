/** Which instances there are. */
package org.labjanitor.instances.inventory;
