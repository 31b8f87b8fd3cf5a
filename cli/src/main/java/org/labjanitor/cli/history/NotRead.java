package org.labjanitor.cli.history;

/** A report that could not be read; what it tells is missing from the history. */
public record NotRead(String key, String why) implements Report {}
