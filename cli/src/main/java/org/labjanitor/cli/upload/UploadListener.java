package org.labjanitor.cli.upload;

/** Hears how an upload gets on, on any thread. */
@FunctionalInterface
public interface UploadListener {
    void progress(UploadProgress progress);
}
