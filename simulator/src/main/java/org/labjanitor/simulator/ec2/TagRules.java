package org.labjanitor.simulator.ec2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * What a user may tag: up to 50 tags a resource, keys up to 128 and values up to 256 characters,
 * and never the prefix {@code aws:}, which does not count either [UG Using_Tags].
 */
final class TagRules {
    private static final String RESERVED = "aws:";
    private static final int MOST_TAGS = 50;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    private TagRules() {}

    /** The tags by key, or the error that a tag which breaks a rule makes. */
    static Map<String, String> checked(List<Tag> tags) {
        Map<String, String> byKey = new LinkedHashMap<>();
        for (Tag tag : tags) {
            String value = tag.value() == null ? "" : tag.value();
            requireKey(tag.key());
            require(
                    value.length() <= LONGEST_VALUE,
                    "Tag value exceeds the maximum length of 256 characters");
            byKey.put(tag.key(), value);
        }
        return byKey;
    }

    static void requireKey(String key) {
        require(key != null && !key.isEmpty(), "Tag key cannot be empty");
        require(!isReserved(key), "Tag keys starting with 'aws:' are reserved for internal use");
        require(
                key.length() <= LONGEST_KEY,
                "Tag key exceeds the maximum length of 128 characters");
    }

    private static void require(boolean rule, String message) {
        if (!rule) {
            throw AwsError.badRequest("InvalidParameterValue", message);
        }
    }

    private static boolean isReserved(String key) {
        return key.startsWith(RESERVED);
    }

    static void requireRoom(Map<String, String> tags) {
        long count = tags.keySet().stream().filter(key -> !isReserved(key)).count();
        if (count > MOST_TAGS) {
            throw AwsError.badRequest(
                    "TagLimitExceeded",
                    "The maximum number of Tags for a resource has been reached.");
        }
    }

    /** Refuses to tag what an operation does not create. */
    static void requireTypes(Set<ResourceType> types, List<TagSpecification> specifications) {
        for (TagSpecification specification : specifications) {
            require(
                    types.contains(specification.resourceType()),
                    "'%s' is not a valid taggable resource type for this operation."
                            .formatted(specification.resourceTypeAsString()));
        }
    }

    /** The tags that a launch gives to resources of a type. */
    static Map<String, String> of(ResourceType type, List<TagSpecification> specifications) {
        Map<String, String> tags = new LinkedHashMap<>();
        specifications.stream()
                .filter(specification -> specification.resourceType() == type)
                .forEach(specification -> tags.putAll(checked(specification.tags())));
        requireRoom(tags);
        return tags;
    }
}
