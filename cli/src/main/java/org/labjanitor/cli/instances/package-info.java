/** Runs of the function that judges instances, from a terminal. */
package org.labjanitor.cli.instances;
