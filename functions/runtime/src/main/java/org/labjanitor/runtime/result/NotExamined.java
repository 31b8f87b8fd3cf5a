package org.labjanitor.runtime.result;

/** A Region, or a resource, that a run could not look at. It is not clean: it is not known. */
public record NotExamined(String what, String why) {}
