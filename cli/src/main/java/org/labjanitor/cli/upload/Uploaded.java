package org.labjanitor.cli.upload;

import java.util.List;

/**
 * What came of an upload.
 *
 * @param files that are there, with a checksum that S3 has confirmed
 * @param bytes of these
 * @param failed those that are not, and what could not be read in the first place
 * @param isStopped whether a person stopped it
 */
public record Uploaded(long files, long bytes, List<NotUploaded> failed, boolean isStopped) {
    public Uploaded {
        failed = List.copyOf(failed);
    }
}
