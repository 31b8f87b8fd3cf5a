package org.labjanitor.core.launch;

/** Where starter files come from. */
public sealed interface FileSource {
    /** Objects whose keys begin with {@code prefix}. */
    record Stored(String bucket, String prefix) implements FileSource {}

    /** A folder on the computer that launches the lab. */
    record Folder(String path) implements FileSource {}

    /** As a lab document writes it. */
    default String text() {
        return switch (this) {
            case Stored(String bucket, String prefix) -> "s3://" + bucket + "/" + prefix;
            case Folder(String path) -> path;
        };
    }
}
