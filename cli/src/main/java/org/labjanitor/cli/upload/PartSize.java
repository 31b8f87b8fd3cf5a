package org.labjanitor.cli.upload;

/**
 * How a file is cut: an upload has at most 10,000 parts, each but the last of at least 5 MiB (S3
 * User Guide, "Amazon S3 multipart upload limits").
 */
final class PartSize {
    static final int MOST_PARTS = 10_000;

    private static final long MEBIBYTE = 1024 * 1024;

    /** What goes in one piece, and the least size of a part. */
    static final long USUAL = 8 * MEBIBYTE;

    private PartSize() {}

    /** Bytes of each part but the last, a whole number of mebibytes. */
    static long of(long fileSize) {
        long least = Math.ceilDiv(fileSize, MOST_PARTS);
        return Math.max(USUAL, Math.ceilDiv(least, MEBIBYTE) * MEBIBYTE);
    }
}
