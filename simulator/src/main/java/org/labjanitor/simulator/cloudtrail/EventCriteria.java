package org.labjanitor.simulator.cloudtrail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;

/** Which events a request asks for (API reference, LookupEvents and LookupAttribute). */
final class EventCriteria {
    /** "You can look up events that occurred in a Region within the last 90 days." */
    private static final Duration KEPT = Duration.ofDays(90);

    private EventCriteria() {}

    static Predicate<RecordedEvent> of(LookupEventsRequest request, Instant now) {
        if (request.eventCategory() != null) {
            throw AwsError.notSimulated("the event category " + request.eventCategoryAsString());
        }
        return inTime(request, now).and(attribute(request.lookupAttributes()));
    }

    /** Both ends belong to the range: "after or at", "before or at". */
    private static Predicate<RecordedEvent> inTime(LookupEventsRequest request, Instant now) {
        Instant start = request.startTime();
        Instant end = request.endTime();
        if (start != null && end != null && start.isAfter(end)) {
            throw AwsError.badRequest(
                    "InvalidTimeRangeException", "The start time is after the end time.");
        }
        Instant from = latest(start, now.minus(KEPT));
        Instant to = end == null || end.isAfter(now) ? now : end;
        return event -> !event.time().isBefore(from) && !event.time().isAfter(to);
    }

    private static Instant latest(@Nullable Instant start, Instant kept) {
        return start == null || start.isBefore(kept) ? kept : start;
    }

    /** "Currently the list can contain only one item." */
    private static Predicate<RecordedEvent> attribute(List<LookupAttribute> attributes) {
        if (attributes.isEmpty()) {
            return event -> true;
        }
        LookupAttribute attribute = attributes.getFirst();
        if (attributes.size() > 1
                || attribute.attributeKeyAsString() == null
                || attribute.attributeValue() == null) {
            throw AwsError.badRequest(
                    "InvalidLookupAttributesException",
                    "Exactly one lookup attribute with key and value can be given.");
        }
        return has(attribute.attributeKey(), attribute.attributeValue());
    }

    private static Predicate<RecordedEvent> has(LookupAttributeKey key, String value) {
        return switch (key) {
            case EVENT_ID -> recorded -> recorded.id().equals(value);
            case EVENT_NAME -> recorded -> recorded.event().name().equals(value);
            case EVENT_SOURCE -> recorded -> recorded.event().source().equals(value);
            case USERNAME -> recorded -> recorded.event().userName().equals(value);
            case ACCESS_KEY_ID -> recorded -> recorded.event().accessKeyId().equals(value);
            case READ_ONLY -> recorded -> String.valueOf(recorded.event().readOnly()).equals(value);
            case RESOURCE_NAME -> touches(touched -> touched.name().equals(value));
            case RESOURCE_TYPE -> touches(touched -> touched.type().equals(value));
            case UNKNOWN_TO_SDK_VERSION ->
                    throw AwsError.badRequest(
                            "InvalidLookupAttributesException",
                            "The lookup attribute's key is not one of "
                                    + LookupAttributeKey.knownValues());
        };
    }

    private static Predicate<RecordedEvent> touches(Predicate<TrailEvent.Touched> resource) {
        return recorded -> recorded.event().resources().stream().anyMatch(resource);
    }
}
