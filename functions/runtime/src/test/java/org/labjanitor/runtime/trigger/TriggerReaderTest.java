package org.labjanitor.runtime.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.runtime.json.BadRequestException;

class TriggerReaderTest {
    private static final Path EVENTS = Path.of("../../events");

    private final TriggerReader reader = new TriggerReader();

    @Test
    void takesAManualDocumentAsItIs() throws IOException {
        assertThat(reader.read(event("report-instances.json")))
                .isInstanceOfSatisfying(
                        Trigger.Direct.class,
                        direct -> assertThat(direct.request()).containsEntry("mode", "report"));
    }

    @Test
    void takesAnEmptyDocumentAsAnEmptyRequest() throws IOException {
        assertThat(reader.read(event("empty-instances.json")))
                .isInstanceOfSatisfying(
                        Trigger.Direct.class, direct -> assertThat(direct.request()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"schedule-rule-instances.json", "schedule-scheduler-instances.json"})
    void takesEitherSchedulesEnvelopeAsASchedule(String file) throws IOException {
        assertThat(reader.read(event(file)))
                .isInstanceOfSatisfying(
                        Trigger.Schedule.class,
                        schedule -> assertThat(schedule.resources()).hasSize(1));
    }

    @Test
    void decodesTheKeyOfAnS3Event() throws IOException {
        assertThat(reader.read(event("s3-put-instances.json")))
                .isEqualTo(
                        new Trigger.RequestObjects(
                                List.of(
                                        new RequestObject(
                                                "lab-janitor-requests",
                                                "requests/instances/monday class+extra.json",
                                                null,
                                                "0055AED6DCD90281E5"))));
    }

    @Test
    void takesTheVersionWhereTheEventNamesOneAndNoneWhereItIsEmpty() throws IOException {
        String event = new String(event("s3-put-instances.json"), UTF_8);

        assertThat(
                        version(
                                event.replace(
                                        "\"sequencer\"",
                                        "\"versionId\": \"096fKK\", \"sequencer\"")))
                .isEqualTo("096fKK");
        assertThat(version(event.replace("\"sequencer\"", "\"versionId\": \"\", \"sequencer\"")))
                .isNull();
    }

    private @Nullable String version(String event) {
        return reader.read(event.getBytes(UTF_8))
                        instanceof Trigger.RequestObjects(List<RequestObject> objects)
                ? objects.getFirst().versionId()
                : "no object";
    }

    @Test
    void recognisesS3sTestEvent() throws IOException {
        assertThat(reader.read(event("s3-test-event-instances.json")))
                .isEqualTo(new Trigger.S3TestEvent("lab-janitor-requests"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"source\": \"aws.ec2\", \"detail\": {}}",
                "{\"source\": \"aws.events\", \"detail\": {\"mode\": \"clean\"}}",
                "{\"source\": \"aws.scheduler\", \"detail\": \"{\\\"mode\\\": \\\"clean\\\"}\"}",
                "{\"detail-type\": \"Scheduled Event\"}",
                "{\"Records\": []}",
                "{\"Records\": \"all\"}",
                "{\"Records\": [{\"eventSource\": \"aws:sqs\"}]}",
                "{\"Records\": [{\"eventSource\": \"aws:s3\", \"eventName\": \"ObjectRemoved:Delete\","
                        + " \"s3\": {\"bucket\": {\"name\": \"b\"}, \"object\": {\"key\": \"k\"}}}]}",
            })
    void refusesEveryOtherEnvelope(String event) {
        assertThatThrownBy(() -> reader.read(event.getBytes(UTF_8)))
                .isInstanceOf(BadRequestException.class);
    }

    private static byte[] event(String name) throws IOException {
        return Files.readAllBytes(EVENTS.resolve(name));
    }
}
