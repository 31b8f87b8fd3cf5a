package org.labjanitor.simulator.cloudtrail;

import java.util.List;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.Continuation;
import org.labjanitor.simulator.service.PerPlace;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;

/** LookupEvents, page by page, the newest first. */
final class LookupEvents {
    private static final int LARGEST_PAGE = 50;

    private final PerPlace<EventHistory> histories;

    LookupEvents(PerPlace<EventHistory> histories) {
        this.histories = histories;
    }

    LookupEventsResponse answer(CallContext context, LookupEventsRequest request) {
        List<RecordedEvent> found =
                histories.at(context.place()).newestFirst().stream()
                        .filter(EventCriteria.of(request, context.now()))
                        .toList();
        int fingerprint = request.toBuilder().nextToken(null).maxResults(null).build().hashCode();
        int from = Math.min(from(request, fingerprint), found.size());
        int to = Math.min(from + pageSize(request), found.size());
        List<Event> page = found.subList(from, to).stream().map(RecordedEvent::toAws).toList();
        return LookupEventsResponse.builder()
                .events(page)
                .nextToken(
                        to < found.size()
                                ? new Continuation(fingerprint, List.of((long) to)).token()
                                : null)
                .build();
    }

    private static int from(LookupEventsRequest request, int fingerprint) {
        if (request.nextToken() == null) {
            return 0;
        }
        return Continuation.read(request.nextToken(), fingerprint, 1)
                .orElseThrow(() ->
                        AwsError.badRequest(
                                "InvalidNextTokenException",
                                "The token is invalid, or was given out for other parameters."))
                .position()
                .getFirst()
                .intValue();
    }

    private static int pageSize(LookupEventsRequest request) {
        Integer asked = request.maxResults();
        if (asked == null) {
            return LARGEST_PAGE;
        }
        if (asked < 1 || asked > LARGEST_PAGE) {
            throw AwsError.badRequest(
                    "InvalidMaxResultsException", "MaxResults must be between 1 and 50.");
        }
        return asked;
    }
}
