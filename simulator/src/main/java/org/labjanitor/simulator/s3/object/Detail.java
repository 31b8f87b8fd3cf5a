package org.labjanitor.simulator.s3.object;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an object has beyond its row.
 *
 * @param content null where the content is generated: as many zero bytes as the object's size
 * @param etag without its quotes; null where it follows from the generated content
 * @param headers what Head and Get repeat, such as {@code Content-Type}
 */
record Detail(
        @Nullable Content content,
        @Nullable String etag,
        Map<String, String> headers,
        Map<String, String> tags,
        Protection protection) {
    static final Detail PLAIN = new Detail(null, null, Map.of(), Map.of(), Protection.NONE);

    Detail withProtection(Protection changed) {
        return new Detail(content, etag, headers, tags, changed);
    }

    Detail withTags(Map<String, String> changed) {
        return new Detail(content, etag, headers, changed, protection);
    }
}
