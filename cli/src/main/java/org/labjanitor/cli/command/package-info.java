/** The commands: what a person can type, and what comes of it. */
package org.labjanitor.cli.command;
