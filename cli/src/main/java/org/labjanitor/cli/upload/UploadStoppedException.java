package org.labjanitor.cli.upload;

/** The work came to its end before this piece of it. */
final class UploadStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
