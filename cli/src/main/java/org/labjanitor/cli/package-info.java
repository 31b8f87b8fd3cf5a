/** The janitor from a terminal. */
package org.labjanitor.cli;
