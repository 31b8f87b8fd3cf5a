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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.runtime.lambda.RuntimeApi;
import org.labjanitor.runtime.requests.Drop;

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
        scene.giveGrace();
        lambda.start(
                "IdleInstances",
                scene.lab(),
                Map.of(
                        "JANITOR_STATE_BUCKET",
                        Scene.LEDGER,
                        "JANITOR_TOPIC_ARN",
                        scene.topicArn(),
                        "JANITOR_REQUEST_BUCKET",
                        Drop.BUCKET,
                        "AWS_LAMBDA_LOG_FORMAT",
                        "JSON",
                        "AWS_LAMBDA_LOG_LEVEL",
                        "DEBUG"));
    }

    @AfterAll
    void stop() {
        lambda.close();
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "empty-instances.json",
                "report-instances.json",
                "schedule-rule-instances.json",
                "schedule-scheduler-instances.json",
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
    void warnsOnceHoweverOftenItIsAskedTo() throws IOException {
        byte[] event = Files.readAllBytes(EVENTS.resolve("warn-instances.json"));

        for (int time = 0; time < 2; time++) {
            RuntimeApi.Answer answer = lambda.invoke(event);

            assertThat(answer.failed()).as(answer.body()).isFalse();
            JsonNode result = new ObjectMapper().readTree(answer.body());
            assertThat(result.path("mode").asText()).isEqualTo("warn");
            assertThat(result.path("outcome").asText()).isEqualTo("complete");
        }
        assertThat(scene.messages("warning")).hasSize(1);
    }

    @Test
    void removesNothingWhoseGraceIsNotOver() throws IOException {
        RuntimeApi.Answer answer =
                lambda.invoke(Files.readAllBytes(EVENTS.resolve("clean-instances.json")));

        assertThat(answer.failed()).as(answer.body()).isFalse();
        JsonNode result = new ObjectMapper().readTree(answer.body());
        assertThat(result.path("mode").asText()).isEqualTo("clean");
        assertThat(result.path("outcome").asText()).isEqualTo("complete");
        assertThat(result.path("counts").path("removable").asInt()).isEqualTo(1);
        assertThat(result.path("counts").path("removed").asInt()).isZero();
        assertThat(scene.lab().calls().count("TerminateInstances")).isZero();
    }

    @Test
    void tellsOfANamedInstanceThatIsNotThere() throws IOException {
        RuntimeApi.Answer answer =
                lambda.invoke(Files.readAllBytes(EVENTS.resolve("terminate-instances.json")));

        assertThat(answer.failed()).as(answer.body()).isFalse();
        JsonNode result = new ObjectMapper().readTree(answer.body());
        assertThat(result.path("mode").asText()).isEqualTo("clean");
        assertThat(result.path("outcome").asText()).as(answer.body()).isNotEqualTo("complete");
        assertThat(answer.body()).contains("i-0123456789abcdef0");
    }

    @Test
    void answersATestEventOfS3Politely() throws IOException {
        RuntimeApi.Answer answer =
                lambda.invoke(Files.readAllBytes(EVENTS.resolve("s3-test-event-instances.json")));

        assertThat(answer.failed()).isFalse();
        assertThat(answer.body()).contains("nothing was run");
    }

    @Test
    void runsARequestFileOnceAndAnswersBesideIt() throws IOException {
        byte[] event = Files.readAllBytes(EVENTS.resolve("s3-put-instances.json"));
        try (Drop drop = new Drop(scene.lab(), "instances")) {
            drop.put("requests/instances/monday class+extra.json", "{\"mode\": \"report\"}");

            RuntimeApi.Answer first = lambda.invoke(event);
            RuntimeApi.Answer again = lambda.invoke(event);

            assertThat(first.failed()).as(first.body()).isFalse();
            assertThat(state(first)).isEqualTo("run");
            assertThat(state(again)).isEqualTo("duplicate");
            assertThat(drop.content("results/instances/monday class+extra.result.json"))
                    .hasValueSatisfying(
                            result -> assertThat(result).contains("\"sweep\" : \"instances\""));
        }
    }

    @Test
    void runsARequestOnceThatS3TellsOfTwice() throws IOException {
        byte[] event = Files.readAllBytes(EVENTS.resolve("s3-put-twice-instances.json"));
        try (Drop drop = new Drop(scene.lab(), "instances")) {
            drop.put("requests/instances/tuesday class.json", "{\"mode\": \"report\"}");

            JsonNode answers =
                    new ObjectMapper().readTree(lambda.invoke(event).body()).path("requests");

            assertThat(answers.findValuesAsText("state")).containsExactly("run", "duplicate");
        }
    }

    @Test
    void refusesAHostileRequestWithEveryFault() throws IOException {
        RuntimeApi.Answer answer =
                lambda.invoke(Files.readAllBytes(EVENTS.resolve("hostile-instances.json")));

        assertThat(answer.failed()).isTrue();
        assertThat(answer.body())
                .contains("CLEAN", "us-east-1;all", "i-*", "reason", "-1", "101", "account");
    }

    @Test
    void refusesAFileThatPointsOutOfItsFolder() throws IOException {
        byte[] event = Files.readAllBytes(EVENTS.resolve("hostile-s3-put-instances.json"));
        try (Drop drop = new Drop(scene.lab(), "instances")) {
            drop.put("results/instances/class.result.json", "{\"mode\": \"report\"}");

            RuntimeApi.Answer answer = lambda.invoke(event);

            assertThat(answer.body()).contains("it was deleted before it could be read");
        }
    }

    private static String state(RuntimeApi.Answer answer) throws IOException {
        return new ObjectMapper()
                .readTree(answer.body())
                .path("requests")
                .path(0)
                .path("state")
                .asText();
    }

    @Test
    void refusesAnEventOfAnotherBucket() throws IOException {
        String event = Files.readString(EVENTS.resolve("s3-put-instances.json"));

        RuntimeApi.Answer answer =
                lambda.invoke(event.replace(Drop.BUCKET, "lab-stranger").getBytes(UTF_8));

        assertThat(answer.failed()).isTrue();
        assertThat(answer.body()).contains("lab-stranger", "BadRequestException");
    }

    @Test
    void printsItsDecisionsAndNumbersAsLinesThatLambdaTakesAsTheyAre() throws IOException {
        RuntimeApi.Answer answer = lambda.invoke("{\"mode\": \"report\"}".getBytes(UTF_8));

        assertThat(answer.failed()).isFalse();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : lambda.printed()) {
            if (line.startsWith("{")) {
                lines.add(new ObjectMapper().readTree(line));
            }
        }
        assertThat(lines)
                .anySatisfy(line -> {
                    assertThat(line.path("level").asText()).isEqualTo("INFO");
                    assertThat(line.path("verdict").asText()).isEqualTo("removable");
                })
                .anySatisfy(line -> {
                    assertThat(line.path("_aws").path("CloudWatchMetrics").isArray()).isTrue();
                    assertThat(line.path("Sweep").asText()).isEqualTo("instances");
                    assertThat(line.path("level").asText()).isEqualTo("DEBUG");
                });
    }

    @Test
    void reportsABadRequestAsAFunctionErrorThatListsTheFaults() {
        RuntimeApi.Answer answer = lambda.invoke("{\"mod\": \"report\"}".getBytes(UTF_8));

        assertThat(answer.failed()).isTrue();
        assertThat(answer.body()).contains("unknown key").contains("BadRequestException");
    }
}
