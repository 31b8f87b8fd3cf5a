package org.labjanitor.cli.upload;

/**
 * Where an upload stands.
 *
 * @param done files that are there
 * @param files all of them
 * @param sent bytes given to S3 so far
 * @param bytes of all files
 */
public record UploadProgress(long done, long files, long sent, long bytes) {}
