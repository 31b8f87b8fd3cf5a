package org.labjanitor.cli.report;

/**
 * Something a person may want to do next.
 *
 * @param purpose what it is for
 * @param command the whole command, ready to be copied
 */
public record NextStep(String purpose, String command) {}
