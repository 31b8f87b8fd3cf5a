package org.labjanitor.cli.upload;

import java.util.List;

/**
 * What is to be uploaded.
 *
 * @param files in the order of their keys
 * @param left what cannot be
 */
public record Sources(List<Source> files, List<NotUploaded> left) {
    public Sources {
        files = List.copyOf(files);
        left = List.copyOf(left);
    }

    /** All files together. */
    public long bytes() {
        return files.stream().mapToLong(Source::size).sum();
    }
}
