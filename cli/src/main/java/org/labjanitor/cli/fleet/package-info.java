/** Lab instances as a list to look through and to choose from, and one of them explained. */
package org.labjanitor.cli.fleet;
