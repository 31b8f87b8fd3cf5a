package org.labjanitor.buckets.emptying.wire;

/** A key that S3 would not delete, within an answer that is otherwise a success. */
public record KeyError(String key, String versionId, S3Error error) {}
