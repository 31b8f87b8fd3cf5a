package org.labjanitor.cli.demo.course;

import java.time.Instant;

/**
 * A line of the diary.
 *
 * @param byJanitor whether the janitor did it; else a person of the class
 */
public record Entry(Instant at, boolean byJanitor, String text) {}
