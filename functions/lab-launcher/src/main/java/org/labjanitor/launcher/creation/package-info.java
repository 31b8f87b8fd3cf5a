/** Creates what is missing of a lab. */
package org.labjanitor.launcher.creation;
