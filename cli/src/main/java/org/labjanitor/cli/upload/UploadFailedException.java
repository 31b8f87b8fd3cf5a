package org.labjanitor.cli.upload;

/** A file cannot be uploaded; the message is half a sentence that says why. */
final class UploadFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UploadFailedException(String message) {
        super(message);
    }

    static UploadFailedException changed() {
        return new UploadFailedException(
                "somebody changed it while it was read; nothing of it was left in the bucket");
    }
}
