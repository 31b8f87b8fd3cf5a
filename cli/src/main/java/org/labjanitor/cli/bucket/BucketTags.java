package org.labjanitor.cli.bucket;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.Tag;

/** Tags as S3 takes them. */
public final class BucketTags {
    private BucketTags() {}

    /** One tag for each key, in the order of the keys. */
    public static List<Tag> list(Map<String, String> tags) {
        return tags.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
