package org.labjanitor.simulator.cloudtrail;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.service.Place;

/** The management events of one account in one Region. Safe for use by many threads. */
public final class EventHistory {
    private static final double LOOKUPS_PER_SECOND = 2;

    private final Place place;
    private final List<RecordedEvent> events = new ArrayList<>();
    private @Nullable RateLimit limit;

    EventHistory(Place place) {
        this.place = place;
    }

    /** Records an event, which shows as soon as the lab's clock has reached its time. */
    public synchronized void add(TrailEvent event) {
        String id = new UUID(place.hashCode(), events.size() + 1L).toString();
        events.add(new RecordedEvent(id, place, event));
    }

    /**
     * From now on "the rate of lookup requests is limited to two per second, per account, per
     * Region" (API reference, LookupEvents).
     *
     * @param clock the lab's clock, where a test turns it between calls, or the system's for
     *     clients that wait
     */
    public synchronized void limitLookups(InstantSource clock) {
        limit = new RateLimit(LOOKUPS_PER_SECOND, clock);
    }

    synchronized boolean admitsLookup() {
        return limit == null || limit.admits();
    }

    synchronized List<RecordedEvent> newestFirst() {
        return events.stream()
                .sorted(Comparator.comparing(RecordedEvent::time).reversed())
                .toList();
    }
}
