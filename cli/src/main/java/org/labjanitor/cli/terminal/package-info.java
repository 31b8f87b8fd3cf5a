/** Text on a terminal: how wide it is, how it wraps, which colours and signs the terminal has. */
package org.labjanitor.cli.terminal;
