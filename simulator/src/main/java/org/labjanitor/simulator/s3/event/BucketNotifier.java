package org.labjanitor.simulator.s3.event;

import java.time.Instant;
import java.util.List;
import org.labjanitor.simulator.service.Place;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;

/**
 * Sends one bucket's events where its configuration says, in the order in which they happen.
 * EventBridge gets none: the lab has no event bus.
 */
public final class BucketNotifier {
    private final EventDocument documents;
    private final EventHub hub;
    private volatile List<Destination> destinations = List.of();

    public BucketNotifier(String bucket, Place home, EventHub hub) {
        this.documents = new EventDocument(bucket, home.region(), home.accountId());
        this.hub = hub;
    }

    /** Replaces every destination. */
    public void configure(NotificationConfiguration configuration) {
        destinations = Destination.of(configuration);
    }

    public boolean isConfigured() {
        return !destinations.isEmpty();
    }

    /** Sends the event to every destination that wants it. */
    public void happened(ObjectEvent event) {
        for (Destination destination : destinations) {
            if (destination.wants(event)) {
                hub.publish(
                        destination.arn(),
                        sequence -> documents.of(event, destination.configurationId(), sequence));
            }
        }
    }

    /** Sends {@code s3:TestEvent} to the queues and topics. */
    public void test(Instant now, String requestId) {
        destinations.stream()
                .filter(Destination::tested)
                .forEach(destination ->
                        hub.publish(destination.arn(), sequence -> documents.test(now, requestId)));
    }
}
