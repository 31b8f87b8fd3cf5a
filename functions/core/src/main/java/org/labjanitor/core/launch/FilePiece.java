package org.labjanitor.core.launch;

/**
 * Starter files on their way into one bucket.
 *
 * @param prefix what their keys begin with there; empty or ending with a slash
 */
public record FilePiece(FileSource from, String bucket, String prefix) {
    public String target() {
        return "s3://" + bucket + "/" + prefix;
    }
}
