package org.labjanitor.core.launch;

/**
 * A bucket that a lab is to have, or one for each student.
 *
 * @param name a pattern; what stands in braces is filled in
 * @param versioning whether it keeps the versions of its objects
 */
public record BucketOrder(String name, String region, boolean versioning, boolean perStudent) {}
