package org.labjanitor.runtime.result;

/**
 * What a run deleted from a bucket.
 *
 * @param versions object versions
 * @param markers delete markers
 * @param uploads open multipart uploads that were aborted
 * @param bytes bytes of the versions, as the listing told them
 */
public record Deletions(long versions, long markers, long uploads, long bytes) {}
