package org.labjanitor.runtime.trigger;

import org.jspecify.annotations.Nullable;

/**
 * An object that an S3 event names.
 *
 * @param key the plain key; in the event it is form-encoded
 * @param versionId null in a bucket without versioning
 * @param sequencer orders events of the same key; compare left-padded with zeros
 */
public record RequestObject(
        String bucket, String key, @Nullable String versionId, @Nullable String sequencer) {}
