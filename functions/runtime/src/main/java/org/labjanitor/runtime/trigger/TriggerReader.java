package org.labjanitor.runtime.trigger;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.json.StrictJson;

/**
 * Tells the shape of an event from its raw JSON, and only then reads an envelope with the types and
 * the serializers of the Lambda runtime. The other order is a trap: the runtime's mapper turns a
 * manual request into a scheduled event whose fields are all null.
 */
public final class TriggerReader {
    private static final Set<String> SCHEDULERS = Set.of("aws.events", "aws.scheduler");
    private static final String OBJECT_CREATED = "ObjectCreated:";

    private final StrictJson json = new StrictJson();

    /**
     * Tells what the event is.
     *
     * @throws BadRequestException if the event is none of the known shapes
     */
    public Trigger read(byte[] event) {
        Map<String, @Nullable Object> document = json.object(event);
        if (document.containsKey("Records")) {
            return requestObjects(event, document);
        }
        if ("s3:TestEvent".equals(document.get("Event"))) {
            return new Trigger.S3TestEvent(String.valueOf(document.get("Bucket")));
        }
        if (document.containsKey("source") || document.containsKey("detail-type")) {
            return schedule(document);
        }
        return new Trigger.Direct(document);
    }

    private static Trigger schedule(Map<String, @Nullable Object> document) {
        if (!(document.get("source") instanceof String source) || !SCHEDULERS.contains(source)) {
            throw BadRequestException.of(
                    "source is %s, but only aws.events and aws.scheduler start a run"
                            .formatted(document.get("source")));
        }
        if (!isEmpty(document.get("detail"))) {
            throw BadRequestException.of(
                    "the schedule's event carries a detail, which would be ignored;"
                            + " give the request as the schedule's Input instead");
        }
        return new Trigger.Schedule(source, resources(document.get("resources")));
    }

    private static boolean isEmpty(@Nullable Object detail) {
        return detail == null
                || (detail instanceof Map<?, ?> map && map.isEmpty())
                || (detail instanceof String text && (text.isBlank() || text.strip().equals("{}")));
    }

    private static List<String> resources(@Nullable Object resources) {
        return resources instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Trigger requestObjects(byte[] event, Map<String, @Nullable Object> document) {
        requireS3(document.get("Records"));
        S3Event s3 = s3Event(event);
        return new Trigger.RequestObjects(
                s3.getRecords().stream().map(TriggerReader::requestObject).toList());
    }

    private static S3Event s3Event(byte[] event) {
        try {
            return LambdaEventSerializers.serializerFor(
                            S3Event.class, TriggerReader.class.getClassLoader())
                    .fromJson(new ByteArrayInputStream(event));
        } catch (RuntimeException e) {
            // The serializer throws whatever its reflection ran into, and wraps nothing.
            throw BadRequestException.of(
                    "Records is no S3 event that the Lambda runtime can read: " + e.getMessage());
        }
    }

    private static void requireS3(@Nullable Object records) {
        if (!(records instanceof List<?> list) || list.isEmpty()) {
            throw BadRequestException.of("Records must be a list of S3 events, and not empty");
        }
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> fields)
                    || !"aws:s3".equals(fields.get("eventSource"))
                    || !(fields.get("eventName") instanceof String)
                    || !(fields.get("s3") instanceof Map<?, ?> s3)
                    || !(s3.get("bucket") instanceof Map<?, ?> bucket)
                    || !(bucket.get("name") instanceof String)
                    || !(s3.get("object") instanceof Map<?, ?> object)
                    || !(object.get("key") instanceof String)) {
                throw BadRequestException.of(
                        "Records holds something that is not an S3 event with a bucket and a key");
            }
        }
    }

    private static RequestObject requestObject(S3EventNotificationRecord item) {
        String name = item.getEventName();
        if (!name.startsWith(OBJECT_CREATED) && !name.startsWith("s3:" + OBJECT_CREATED)) {
            throw BadRequestException.of(
                    "S3 event %s does not put an object; only ObjectCreated events start a run"
                            .formatted(name));
        }
        var object = item.getS3().getObject();
        return new RequestObject(
                item.getS3().getBucket().getName(),
                object.getUrlDecodedKey(),
                orNull(object.getVersionId()),
                orNull(object.getSequencer()));
    }

    /** The serializer gives an empty text for what the event lacks. */
    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
