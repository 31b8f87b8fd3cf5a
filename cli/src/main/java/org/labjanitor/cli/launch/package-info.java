/** Launching a lab from a terminal. */
package org.labjanitor.cli.launch;
