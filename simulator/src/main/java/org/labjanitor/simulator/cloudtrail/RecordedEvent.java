package org.labjanitor.simulator.cloudtrail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.labjanitor.simulator.service.Place;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.Resource;

/** An event with the id and place under which the history keeps it. */
record RecordedEvent(String id, Place place, TrailEvent event) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Instant time() {
        return event.time();
    }

    Event toAws() {
        return Event.builder()
                .eventId(id)
                .eventName(event.name())
                .readOnly(String.valueOf(event.readOnly()))
                .accessKeyId(event.accessKeyId())
                .eventTime(event.time())
                .eventSource(event.source())
                .username(event.userName())
                .resources(resources())
                .cloudTrailEvent(record())
                .build();
    }

    private List<Resource> resources() {
        return event.resources().stream()
                .map(touched ->
                        Resource.builder()
                                .resourceType(touched.type())
                                .resourceName(touched.name())
                                .build())
                .toList();
    }

    /** The record in full (CloudTrail User Guide, "CloudTrail record contents"). */
    private String record() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("eventVersion", "1.08");
        fields.put("userIdentity", event.userIdentityIn(place.accountId()));
        fields.put("eventTime", event.time().toString());
        fields.put("eventSource", event.source());
        fields.put("eventName", event.name());
        fields.put("awsRegion", place.region());
        fields.put("sourceIPAddress", "192.0.2.1");
        fields.put("userAgent", "aws-cli");
        fields.put("requestParameters", event.requestParameters());
        fields.put("responseElements", null);
        fields.put("requestID", id);
        fields.put("eventID", id);
        fields.put("readOnly", event.readOnly());
        fields.put("eventType", "AwsApiCall");
        fields.put("managementEvent", true);
        fields.put("recipientAccountId", place.accountId());
        fields.put("eventCategory", "Management");
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + fields, e);
        }
    }
}
