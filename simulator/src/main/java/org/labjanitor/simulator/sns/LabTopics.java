package org.labjanitor.simulator.sns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.labjanitor.simulator.service.Place;

/** The topics of one account in one Region. Safe for use by many threads. */
public final class LabTopics {
    private final Place place;
    private final Map<String, LabTopic> byName = new ConcurrentSkipListMap<>();

    LabTopics(Place place) {
        this.place = place;
    }

    /** Creates a topic, or answers the one that is there. */
    public LabTopic create(String name) {
        return create(name, "");
    }

    LabTopic create(String name, String displayName) {
        return byName.computeIfAbsent(
                name, _ -> new LabTopic(TopicArn.of(place, name), displayName));
    }

    public Optional<LabTopic> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Deletes a topic with its subscriptions; nothing happens where there is none. */
    public void delete(String name) {
        byName.remove(name);
    }

    /** By name. */
    public List<LabTopic> all() {
        return List.copyOf(byName.values());
    }
}
