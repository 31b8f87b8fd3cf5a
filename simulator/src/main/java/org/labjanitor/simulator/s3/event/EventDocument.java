package org.labjanitor.simulator.s3.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Writes event messages, version 2.1 (S3 User Guide, "Event message structure"). */
record EventDocument(String bucket, String region, String ownerAccount) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String HOST_ID = "bGFiIG9uIGxvb3BiYWNr";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    String of(ObjectEvent event, String configurationId, long sequence) {
        ObjectNode record =
                JSON.objectNode()
                        .put("eventVersion", "2.1")
                        .put("eventSource", "aws:s3")
                        .put("awsRegion", region)
                        .put("eventTime", TIME.format(event.at()))
                        .put("eventName", event.name());
        record.putObject("userIdentity").put("principalId", "AWS:AIDALAB0" + event.accountId());
        record.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
        record.putObject("responseElements")
                .put("x-amz-request-id", event.requestId())
                .put("x-amz-id-2", HOST_ID);
        ObjectNode s3 =
                record.putObject("s3")
                        .put("s3SchemaVersion", "1.0")
                        .put("configurationId", configurationId);
        bucket(s3.putObject("bucket"));
        object(s3.putObject("object"), event, sequence);
        ObjectNode root = JSON.objectNode();
        root.putArray("Records").add(record);
        return root.toString();
    }

    private void bucket(ObjectNode node) {
        node.put("name", bucket);
        node.putObject("ownerIdentity").put("principalId", ownerAccount);
        node.put("arn", "arn:aws:s3:::" + bucket);
    }

    /** "The object key name value is URL encoded", as in a form. */
    private static void object(ObjectNode node, ObjectEvent event, long sequence) {
        node.put("key", URLEncoder.encode(event.key(), StandardCharsets.UTF_8));
        @Nullable Long size = event.size();
        if (size != null) {
            node.put("size", size);
        }
        @Nullable String eTag = event.eTag();
        if (eTag != null) {
            node.put("eTag", eTag.replace("\"", ""));
        }
        if (event.versionId() != null) {
            node.put("versionId", event.versionId());
        }
        node.put("sequencer", "%018X".formatted(sequence));
    }

    String test(Instant now, String requestId) {
        return JSON.objectNode()
                .put("Service", "Amazon S3")
                .put("Event", "s3:TestEvent")
                .put("Time", TIME.format(now))
                .put("Bucket", bucket)
                .put("RequestId", requestId)
                .put("HostId", HOST_ID)
                .toString();
    }
}
