package org.labjanitor.instances;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.runtime.lambda.RuntimeApi;

/** The handler behind Lambda's own runtime client, with the payloads of {@code events/}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuntimeClientTest {
    private static final Path EVENTS = Path.of("../../events");

    /** The function in Lambda goes by the real time, and so does its lab. */
    private final Scene scene = new Scene(Instant.now());

    private final RuntimeApi lambda = new RuntimeApi();

    @BeforeAll
    void start() throws IOException {
        assumeTrue(
                System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux"),
                "Lambda's runtime client has native code for Linux only");
        scene.idle("left-behind");
        scene.busy("at-work");
        lambda.start(IdleInstancesHandler.class, scene.lab());
    }

    @AfterAll
    void stop() {
        lambda.close();
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "instances-empty.json",
                "instances-report.json",
                "instances-schedule-rule.json",
                "instances-schedule-scheduler.json",
            })
    void reportsByDefaultWhateverStartedIt(String event) throws IOException {
        RuntimeApi.Answer answer = lambda.invoke(Files.readAllBytes(EVENTS.resolve(event)));

        assertThat(answer.failed()).isFalse();
        JsonNode result = new ObjectMapper().readTree(answer.body());
        assertThat(result.path("sweep").asText()).isEqualTo("instances");
        assertThat(result.path("mode").asText()).isEqualTo("report");
        assertThat(result.path("account").asText()).isEqualTo(Scene.ACCOUNT);
        assertThat(result.path("outcome").asText()).isEqualTo("complete");
        assertThat(result.path("counts").path("removable").asInt()).isEqualTo(1);
        assertThat(result.path("items").get(0).path("action").asText())
                .isEqualTo("would-terminate");
    }

    @Test
    void answersATestEventOfS3Politely() throws IOException {
        RuntimeApi.Answer answer =
                lambda.invoke(Files.readAllBytes(EVENTS.resolve("instances-s3-test-event.json")));

        assertThat(answer.failed()).isFalse();
        assertThat(answer.body()).contains("nothing was run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"instances-s3-put.json"})
    void refusesARequestFileAsLongAsNoneIsRead(String event) throws IOException {
        RuntimeApi.Answer answer = lambda.invoke(Files.readAllBytes(EVENTS.resolve(event)));

        assertThat(answer.failed()).isTrue();
        assertThat(answer.body())
                .contains("request files are not read yet")
                .contains("requests/instances/monday class+extra.json");
    }

    @Test
    void reportsABadRequestAsAFunctionErrorThatListsTheFaults() {
        RuntimeApi.Answer answer = lambda.invoke("{\"mod\": \"report\"}".getBytes(UTF_8));

        assertThat(answer.failed()).isTrue();
        assertThat(answer.body()).contains("unknown key").contains("BadRequestException");
    }
}
