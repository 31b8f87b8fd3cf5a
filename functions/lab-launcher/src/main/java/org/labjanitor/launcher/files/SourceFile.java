package org.labjanitor.launcher.files;

import java.nio.file.Path;

/**
 * A starter file.
 *
 * @param name what its key ends with, wherever it goes
 */
public record SourceFile(String name, long bytes, Origin origin) {
    /** Where its content is. */
    public sealed interface Origin {
        /** In S3. */
        record Stored(String bucket, String key) implements Origin {}

        /** On this computer. */
        record Local(Path path) implements Origin {}
    }
}
