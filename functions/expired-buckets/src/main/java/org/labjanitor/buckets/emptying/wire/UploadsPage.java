package org.labjanitor.buckets.emptying.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of open multipart uploads.
 *
 * @param next where the next page starts; null after the last one
 */
public record UploadsPage(List<OpenUpload> uploads, @Nullable ListMarker next) {
    public UploadsPage {
        uploads = List.copyOf(uploads);
    }

    /** An upload that was begun and neither completed nor aborted. */
    public record OpenUpload(String key, String id) {}
}
