package org.labjanitor.cli.history;

/** What became of reading a report. */
sealed interface Report permits PastRun, NotRead {}
