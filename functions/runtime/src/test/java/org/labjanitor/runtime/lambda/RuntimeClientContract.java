package org.labjanitor.runtime.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.labjanitor.runtime.requests.Drop;
import org.labjanitor.simulator.Lab;

/**
 * What holds for every handler behind Lambda's own runtime client, with the payloads of {@code
 * events/}. To be extended by a test of each function's, which furnishes its lab; that lab goes by
 * the real time, as the function in Lambda does.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RuntimeClientContract {
    private static final Path EVENTS = Path.of("../../events");

    private final RuntimeApi lambda = new RuntimeApi();
    private final Subject subject;

    /**
     * A function.
     *
     * @param name its logical id in the deployment's template
     * @param suffix what the names of its events end with
     * @param requests the folder of its request files
     * @param hostile what its answer to a hostile request names
     */
    public record Subject(String name, String suffix, String requests, List<String> hostile) {}

    protected RuntimeClientContract(Subject subject) {
        this.subject = subject;
    }

    /** The account that the function looks at, furnished for all tests. */
    protected abstract Lab furnishedLab();

    /** Variables beside those that every function has. */
    protected abstract Map<String, String> environment();

    /** A request that only reads. */
    protected abstract String harmlessRequest() throws IOException;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(
                System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux"),
                "Lambda's runtime client has native code for Linux only");
        lambda.start(subject.name(), furnishedLab(), environment());
    }

    @AfterAll
    void stop() {
        lambda.close();
    }

    @Test
    void answersATestEventOfS3Politely() throws IOException {
        assertThat(read(answer("s3-test-event")).toString()).contains("nothing was run");
    }

    @Test
    void runsARequestFileOnceAndAnswersBesideIt() throws IOException {
        try (Drop drop = drop()) {
            drop.put(request("monday class+extra"), harmlessRequest());

            assertThat(states("s3-put")).containsExactly("run");
            assertThat(states("s3-put")).containsExactly("duplicate");
            assertThat(drop.content(result("monday class+extra"))).isPresent();
        }
    }

    @Test
    void runsARequestOnceThatS3TellsOfTwice() throws IOException {
        try (Drop drop = drop()) {
            drop.put(request("tuesday class"), harmlessRequest());

            assertThat(states("s3-put-twice")).containsExactly("run", "duplicate");
        }
    }

    @Test
    void refusesAHostileRequestWithEveryFault() throws IOException {
        RuntimeApi.Answer answer = answer("hostile");

        assertThat(answer.failed()).isTrue();
        assertThat(answer.body()).contains("BadRequestException").contains(subject.hostile());
    }

    @Test
    void refusesAnEventOfAnotherBucket() throws IOException {
        String event = new String(event("s3-put"), UTF_8).replace(Drop.BUCKET, "lab-stranger");

        RuntimeApi.Answer answer = answer(event.getBytes(UTF_8));

        assertThat(answer.failed()).isTrue();
        assertThat(answer.body()).contains("lab-stranger", "BadRequestException");
    }

    @Test
    void reportsABadRequestAsAFunctionErrorThatListsTheFaults() {
        RuntimeApi.Answer answer = answer("{\"mod\": \"report\"}".getBytes(UTF_8));

        assertThat(answer.failed()).isTrue();
        assertThat(answer.body()).contains("unknown key").contains("BadRequestException");
    }

    /** Gives the function the event of this kind, such as {@code s3-put}. */
    protected final RuntimeApi.Answer answer(String kind) throws IOException {
        return answer(event(kind));
    }

    protected final RuntimeApi.Answer answer(byte[] event) {
        return lambda.invoke(event);
    }

    /** The document that the function answered with. */
    protected static JsonNode read(RuntimeApi.Answer answer) throws IOException {
        assertThat(answer.failed()).as(answer.body()).isFalse();
        return new ObjectMapper().readTree(answer.body());
    }

    /** What the function has printed, line by line. */
    protected final List<String> printed() throws IOException {
        return lambda.printed();
    }

    /** The request bucket. */
    protected final Drop drop() {
        return new Drop(furnishedLab(), subject.requests());
    }

    private List<String> states(String kind) throws IOException {
        return read(answer(kind)).path("requests").findValuesAsText("state");
    }

    /** The payload of this kind. */
    protected final byte[] event(String kind) throws IOException {
        return Files.readAllBytes(EVENTS.resolve(kind + "-" + subject.suffix() + ".json"));
    }

    private String request(String name) {
        return "requests/" + subject.requests() + "/" + name + ".json";
    }

    private String result(String name) {
        return "results/" + subject.requests() + "/" + name + ".result.json";
    }
}
