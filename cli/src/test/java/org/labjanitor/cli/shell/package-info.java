/** A shell without a process: commands, and what comes of them. */
package org.labjanitor.cli.shell;
