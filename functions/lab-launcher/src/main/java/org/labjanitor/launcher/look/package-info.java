/** What is there of a lab already. */
package org.labjanitor.launcher.look;
