package org.labjanitor.runtime.result;

/**
 * What became of a candidate that this run was to remove.
 *
 * @param detail the reason behind the outcome; empty where the outcome says all
 */
public record Ended(Candidate candidate, Outcome outcome, String detail) {}
