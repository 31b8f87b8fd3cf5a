package org.labjanitor.simulator.s3.object;

import java.util.Map;
import org.labjanitor.simulator.wire.AwsError;

/** What S3 allows for the tags of an object ("Categorizing your objects using tags"). */
final class ObjectTags {
    private static final int MOST = 10;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    private ObjectTags() {}

    static Map<String, String> checked(Map<String, String> tags) {
        if (tags.size() > MOST) {
            throw AwsError.badRequest("BadRequest", "Object tags cannot be greater than 10");
        }
        tags.forEach(ObjectTags::check);
        return Map.copyOf(tags);
    }

    private static void check(String key, String value) {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw AwsError.badRequest("InvalidTag", "The TagKey you have provided is invalid");
        }
        if (value.length() > LONGEST_VALUE) {
            throw AwsError.badRequest("InvalidTag", "The TagValue you have provided is invalid");
        }
    }
}
