package org.labjanitor.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.labjanitor.launcher.lab.Classroom;
import org.labjanitor.runtime.lambda.RuntimeApi;
import org.labjanitor.runtime.requests.Drop;

/** The handler behind Lambda's own runtime client, with the payloads of {@code events/}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuntimeClientTest {
    private static final Path EVENTS = Path.of("../../events");
    private static final int STUDENTS = 2;

    /** The function in Lambda goes by the real time, and so does its lab. */
    private final Classroom room = new Classroom(Instant.now());

    private final RuntimeApi lambda = new RuntimeApi();

    @BeforeAll
    void start() throws IOException {
        assumeTrue(
                System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux"),
                "Lambda's runtime client has native code for Linux only");
        lambda.start("LabLauncher", room.lab(), Map.of("JANITOR_REQUEST_BUCKET", Drop.BUCKET));
    }

    @AfterAll
    void stop() {
        lambda.close();
        room.close();
    }

    private RuntimeApi.Answer invoke(String event) throws IOException {
        return lambda.invoke(Files.readAllBytes(EVENTS.resolve(event)));
    }

    private static JsonNode read(RuntimeApi.Answer answer) throws IOException {
        assertThat(answer.failed()).as(answer.body()).isFalse();
        return new ObjectMapper().readTree(answer.body());
    }

    @Test
    void launchesOneLabHoweverOftenItIsAskedTo() throws IOException {
        JsonNode plan = read(invoke("report-lab.json"));
        JsonNode first = read(invoke("launch-lab.json"));
        JsonNode again = read(invoke("launch-lab.json"));

        assertThat(plan.path("pieces").findValuesAsText("state")).contains("planned");
        assertThat(first.path("outcome").asText()).isEqualTo("complete");
        assertThat(first.path("pieces").findValuesAsText("state"))
                .filteredOn("created"::equals)
                .hasSize(2 * STUDENTS);
        assertThat(again.path("pieces").findValuesAsText("state")).doesNotContain("created");
        assertThat(room.instances()).hasSize(STUDENTS);
    }

    @Test
    void refusesAHostileDocumentWithEveryFault() throws IOException {
        RuntimeApi.Answer answer = invoke("hostile-lab.json");

        assertThat(answer.failed()).isTrue();
        assertThat(answer.body())
                .contains("BadRequestException")
                .contains("LAUNCH", "../escape", "next Tuesday", "us-east-1a", "account");
    }

    @Test
    void answersATestEventOfS3Politely() throws IOException {
        assertThat(read(invoke("s3-test-event-lab.json")).toString()).contains("nothing was run");
    }

    @Test
    void runsARequestFileOnceAndAnswersBesideIt() throws IOException {
        String document = Files.readString(EVENTS.resolve("report-lab.json"));
        try (Drop drop = new Drop(room.lab(), "labs")) {
            drop.put("requests/labs/monday class+extra.json", document);
            drop.put("requests/labs/tuesday class.json", document);

            assertThat(read(invoke("s3-put-lab.json")).path("requests").findValuesAsText("state"))
                    .containsExactly("run");
            assertThat(
                            read(invoke("s3-put-twice-lab.json"))
                                    .path("requests")
                                    .findValuesAsText("state"))
                    .containsExactly("run", "duplicate");
            assertThat(drop.content("results/labs/monday class+extra.result.json"))
                    .hasValueSatisfying(result -> assertThat(result).contains("pieces"));
        }
    }
}
