/** The function that judges instances and terminates the idle ones. */
package org.labjanitor.instances;
