package org.labjanitor.simulator.ec2;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.Tag;

/** The tags of every resource. */
final class TagBook {
    private final Map<String, NavigableMap<String, String>> byResource = new HashMap<>();

    NavigableMap<String, String> of(String resourceId) {
        return byResource.computeIfAbsent(resourceId, id -> new TreeMap<>());
    }

    List<Tag> list(String resourceId) {
        return of(resourceId).entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    void forget(String resourceId) {
        byResource.remove(resourceId);
    }
}
