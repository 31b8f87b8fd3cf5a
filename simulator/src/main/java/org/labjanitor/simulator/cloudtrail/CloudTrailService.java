package org.labjanitor.simulator.cloudtrail;

import java.util.List;
import org.labjanitor.simulator.service.AwsService;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.service.PerPlace;
import org.labjanitor.simulator.service.Place;
import org.labjanitor.simulator.wire.AwsJsonProtocol;
import org.labjanitor.simulator.wire.ErrorNames;
import org.labjanitor.simulator.wire.WireProtocol;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;

/** CloudTrail as far as its event history can be looked up. */
public final class CloudTrailService implements AwsService {
    private final PerPlace<EventHistory> histories = new PerPlace<>(EventHistory::new);
    private final LookupEvents lookupEvents = new LookupEvents(histories);

    /** The events of an account in a Region. */
    public EventHistory events(Place place) {
        return histories.at(place);
    }

    @Override
    public String signingName() {
        return "cloudtrail";
    }

    @Override
    public List<WireProtocol> protocols() {
        return List.of(
                new AwsJsonProtocol(
                        "1.1",
                        "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101",
                        ErrorNames.plain()));
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(new Operation<>("LookupEvents", LookupEventsRequest::builder, this::lookUp));
    }

    private LookupEventsResponse lookUp(CallContext context, LookupEventsRequest request) {
        if (!histories.at(context.place()).admitsLookup()) {
            throw errors().throttled();
        }
        return lookupEvents.answer(context, request);
    }
}
