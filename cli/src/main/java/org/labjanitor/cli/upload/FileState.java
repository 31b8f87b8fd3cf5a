package org.labjanitor.cli.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * By what a file is known to be the same as before.
 *
 * @param size in bytes
 * @param modified when it was last written
 * @param identity what the file system knows it by; null where it has no such thing
 */
record FileState(long size, FileTime modified, @Nullable Object identity) {
    static FileState of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileState(
                attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    }

    /**
     * Makes sure that nobody wrote to the file since.
     *
     * @throws UploadFailedException if somebody did
     */
    void requireUnchanged(Path file) throws IOException {
        if (!of(file).equals(this)) {
            throw UploadFailedException.changed();
        }
    }
}
