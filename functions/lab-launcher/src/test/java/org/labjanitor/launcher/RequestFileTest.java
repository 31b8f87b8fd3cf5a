package org.labjanitor.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.launcher.lab.Classroom;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.requests.Delivery;
import org.labjanitor.runtime.requests.Drop;

/** Lab documents that a person puts into the request bucket, with the events as S3 sends them. */
class RequestFileTest {
    private static final String KEY = "requests/labs/monday class.json";

    private final Classroom room = new Classroom();
    private final Drop drop = new Drop(room.lab(), "labs").versioned();
    private int deliveries;

    @BeforeEach
    void configure() {
        room.configure(room.settings().withRequestsIn(Drop.BUCKET));
    }

    @AfterEach
    void close() {
        drop.close();
        room.close();
    }

    private String deliver(byte[] event) throws IOException {
        deliveries++;
        try (LaunchLabHandler handler = room.handler()) {
            return new Delivery(event, "run-" + deliveries).to(handler);
        }
    }

    @Test
    void aFileLaunchesALabOnceAndItsResultLiesBesideIt() throws IOException {
        drop.put(
                KEY,
                """
                {"mode": "launch", "name": "java", "ttl": "8h",
                 "instances": [{"name": "w", "image": "%s", "type": "t3.micro"}]}
                """
                        .formatted(Classroom.LINUX));
        byte[] event = drop.documents().getFirst();

        String first = deliver(event);
        String second = deliver(event);

        assertThat(first).contains("\"state\":\"run\"", "\"outcome\":\"complete\"");
        assertThat(second).contains("\"state\":\"duplicate\"");
        assertThat(room.instances()).hasSize(1);
        assertThat(drop.content("results/labs/monday class.result.json"))
                .hasValueSatisfying(result ->
                        assertThat(result)
                                .contains("\"lab\" : \"java\"", "\"state\" : \"created\""));
    }

    @Test
    void theFaultsOfAFileLieBesideIt() throws IOException {
        drop.put(KEY, "{\"mode\": \"launch\", \"name\": \"java\"}");

        String answer = deliver(drop.documents().getFirst());

        assertThat(answer).contains("\"state\":\"bad-request\"");
        assertThat(drop.content("results/labs/monday class.error.json"))
                .hasValueSatisfying(error -> assertThat(error).contains("a lab must have an end"));
    }

    @Test
    void aScheduleWithoutALabDocumentIsAnError() {
        assertThatThrownBy(() ->
                        room.run(
                                "{\"source\": \"aws.scheduler\", \"detail-type\": \"Scheduled Event\", \"detail\": \"{}\"}"))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("name is missing");
    }
}
