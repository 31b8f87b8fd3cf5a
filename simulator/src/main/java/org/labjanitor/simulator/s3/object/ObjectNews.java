package org.labjanitor.simulator.s3.object;

import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.Versioning;
import org.labjanitor.simulator.s3.event.ObjectEvent;
import org.labjanitor.simulator.service.CallContext;

/** Tells a bucket's notifications what one call does to its objects. */
record ObjectNews(CallContext context, Bucket bucket) {
    /**
     * An object was written.
     *
     * @param how as S3 calls the event, such as {@code Put}
     */
    void created(String how, Target target, StoredVersion stored) {
        if (bucket.isWatched()) {
            tell(
                    "ObjectCreated:" + how,
                    target.key(),
                    stored.size(),
                    stored.etag(),
                    versionOf(stored.id()));
        }
    }

    /** Something was removed, or hidden behind a marker, if the removal says so. */
    void removed(byte[] key, Removal removal) {
        if (!bucket.isWatched()) {
            return;
        }
        switch (removal.kind()) {
            case MARKER_ADDED ->
                    tell(
                            "ObjectRemoved:DeleteMarkerCreated",
                            Keys.text(key),
                            null,
                            null,
                            versionOf(removal.id()));
            case VERSION_REMOVED, MARKER_REMOVED ->
                    tell(
                            "ObjectRemoved:Delete",
                            Keys.text(key),
                            null,
                            null,
                            versionOf(removal.id()));
            case NOTHING, LOCKED, MISSING, CONDITION_FAILED -> {}
        }
    }

    private @Nullable String versionOf(VersionId id) {
        return bucket.versioning() == Versioning.NEVER ? null : id.text();
    }

    private void tell(
            String event,
            String key,
            @Nullable Long size,
            @Nullable String eTag,
            @Nullable String versionId) {
        bucket.happened(
                new ObjectEvent(
                        event,
                        key,
                        size,
                        eTag,
                        versionId,
                        context.accountId(),
                        context.requestId(),
                        context.now()));
    }
}
