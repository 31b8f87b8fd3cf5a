package org.labjanitor.simulator.s3.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.LabClients;
import org.labjanitor.simulator.s3.event.ObjectEvent;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;

class NotificationTest {
    private static final String NAME = "watched";
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:111122223333:function:janitor";
    private static final String QUEUE = "arn:aws:sqs:us-east-1:111122223333:events";
    private static final JsonMapper JSON = new JsonMapper();

    private record Sent(String destination, JsonNode document) {
        JsonNode record() {
            return document.path("Records").path(0);
        }
    }

    private final Lab lab = Lab.start();
    private final S3Client s3 = LabClients.s3(lab);
    private final List<Sent> sent = new ArrayList<>();
    private Bucket bucket;

    @BeforeEach
    void create() {
        S3Region region = lab.account(Lab.DEFAULT_ACCOUNT).region("us-east-1").buckets();
        region.onEvent((destination, json) -> sent.add(new Sent(destination, parsed(json))));
        bucket = region.create(NAME);
    }

    @AfterEach
    void close() {
        s3.close();
        lab.close();
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("an event is no JSON: " + json, e);
        }
    }

    private static LambdaFunctionConfiguration function(Event event, String prefix, String suffix) {
        return LambdaFunctionConfiguration.builder()
                .id("requests")
                .lambdaFunctionArn(FUNCTION)
                .events(event)
                .filter(f ->
                        f.key(k ->
                                k.filterRules(
                                        FilterRule.builder().name("prefix").value(prefix).build(),
                                        FilterRule.builder().name("suffix").value(suffix).build())))
                .build();
    }

    private void configure(LambdaFunctionConfiguration... functions) {
        s3.putBucketNotificationConfiguration(r ->
                r.bucket(NAME)
                        .notificationConfiguration(n -> n.lambdaFunctionConfigurations(functions)));
    }

    private static ObjectEvent event(String name, String key) {
        return new ObjectEvent(
                name,
                key,
                12L,
                "\"abc\"",
                "v1",
                Lab.DEFAULT_ACCOUNT,
                "request",
                Instant.parse("2026-11-20T10:00:00Z"));
    }

    @Test
    void aNewConfigurationReplacesTheOldOneAsAWhole() {
        LambdaFunctionConfiguration first = function(Event.S3_OBJECT_CREATED, "a/", ".json");
        LambdaFunctionConfiguration second = function(Event.S3_OBJECT_REMOVED, "b/", "");
        configure(first);
        configure(second);
        assertThat(
                        s3.getBucketNotificationConfiguration(r -> r.bucket(NAME))
                                .lambdaFunctionConfigurations())
                .containsExactly(second);
        configure();
        assertThat(
                        s3.getBucketNotificationConfiguration(r -> r.bucket(NAME))
                                .lambdaFunctionConfigurations())
                .isEmpty();
    }

    @Test
    void onlyWhatTheFilterWantsIsSent() {
        configure(function(Event.S3_OBJECT_CREATED, "requests/", ".json"));
        bucket.happened(event("ObjectCreated:Put", "requests/a b+ä.json"));
        bucket.happened(event("ObjectCreated:Put", "requests/other.txt"));
        bucket.happened(event("ObjectCreated:Put", "elsewhere/a.json"));
        bucket.happened(event("ObjectRemoved:Delete", "requests/a.json"));
        bucket.happened(event("ObjectCreated:CompleteMultipartUpload", "requests/c.json"));
        assertThat(sent)
                .extracting(s -> s.record().at("/s3/object/key").asText())
                .containsExactly("requests%2Fa+b%2B%C3%A4.json", "requests%2Fc.json");
        assertThat(sent).extracting(Sent::destination).containsOnly(FUNCTION);
    }

    @Test
    void anEventTellsWhatHasHappened() {
        configure(function(Event.S3_OBJECT_CREATED_PUT, "", ""));
        bucket.happened(event("ObjectCreated:Put", "a"));
        bucket.happened(event("ObjectCreated:Put", "a"));
        JsonNode one = sent.getFirst().record();
        assertThat(one.path("eventVersion").asText()).isEqualTo("2.1");
        assertThat(one.path("eventName").asText()).isEqualTo("ObjectCreated:Put");
        assertThat(one.path("awsRegion").asText()).isEqualTo("us-east-1");
        assertThat(one.path("eventTime").asText()).isEqualTo("2026-11-20T10:00:00.000Z");
        assertThat(one.at("/s3/configurationId").asText()).isEqualTo("requests");
        assertThat(one.at("/s3/bucket/name").asText()).isEqualTo(NAME);
        assertThat(one.at("/s3/object/size").asLong()).isEqualTo(12);
        assertThat(one.at("/s3/object/eTag").asText()).isEqualTo("abc");
        assertThat(one.at("/s3/object/versionId").asText()).isEqualTo("v1");
        assertThat(sent)
                .extracting(s -> s.record().at("/s3/object/sequencer").asText())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aQueueIsTriedOutFirst() {
        s3.putBucketNotificationConfiguration(r ->
                r.bucket(NAME)
                        .notificationConfiguration(n ->
                                n.queueConfigurations(
                                        QueueConfiguration.builder()
                                                .queueArn(QUEUE)
                                                .events(Event.S3_OBJECT_CREATED)
                                                .build())));
        assertThat(sent).extracting(Sent::destination).containsExactly(QUEUE);
        assertThat(sent.getFirst().document().path("Event").asText()).isEqualTo("s3:TestEvent");
        assertThat(sent.getFirst().document().path("Bucket").asText()).isEqualTo(NAME);
    }

    @Test
    void everyCallThatChangesAnObjectIsTold() {
        configure(
                function(Event.S3_OBJECT_CREATED, "", ""),
                function(Event.S3_OBJECT_REMOVED, "", ""));
        s3.putObject(r -> r.bucket(NAME).key("a b"), RequestBody.fromString("hello"));
        s3.copyObject(r ->
                r.sourceBucket(NAME).sourceKey("a b").destinationBucket(NAME).destinationKey("c"));
        s3.deleteObject(r -> r.bucket(NAME).key("c"));
        bucket.versioning(Versioning.ENABLED);
        s3.deleteObjects(r ->
                r.bucket(NAME)
                        .delete(d -> d.objects(ObjectIdentifier.builder().key("a b").build())));
        assertThat(sent)
                .extracting(s ->
                        s.record().path("eventName").asText()
                                + " "
                                + s.record().at("/s3/object/key").asText())
                .containsExactly(
                        "ObjectCreated:Put a+b",
                        "ObjectCreated:Copy c",
                        "ObjectRemoved:Delete c",
                        "ObjectRemoved:DeleteMarkerCreated a+b");
        assertThat(sent.getFirst().record().at("/s3/object/size").asLong()).isEqualTo(5);
    }

    @Test
    void aListenerMayMakeTheNextEventItself() {
        configure(function(Event.S3_OBJECT_CREATED, "", ".json"));
        lab.account(Lab.DEFAULT_ACCOUNT)
                .region("us-east-1")
                .buckets()
                .onEvent((destination, json) -> {
                    if (json.contains("\"first.json\"")) {
                        s3.putObject(
                                r -> r.bucket(NAME).key("second.json"), RequestBody.fromString(""));
                    }
                });
        s3.putObject(r -> r.bucket(NAME).key("first.json"), RequestBody.fromString(""));
        assertThat(sent)
                .extracting(s -> s.record().at("/s3/object/key").asText())
                .containsExactly("first.json", "second.json");
    }
}
