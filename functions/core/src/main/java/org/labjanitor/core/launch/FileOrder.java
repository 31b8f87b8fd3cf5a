package org.labjanitor.core.launch;

/**
 * Starter files for the lab's buckets.
 *
 * @param bucket a pattern; with {@code {student}} in it every student gets the files
 * @param prefix a pattern; what the keys begin with, empty or ending with a slash
 */
public record FileOrder(FileSource from, String bucket, String prefix) {
    private static final String STUDENT = "{student}";

    /** Whether every student gets the files. */
    public boolean perStudent() {
        return bucket.contains(STUDENT) || prefix.contains(STUDENT);
    }
}
