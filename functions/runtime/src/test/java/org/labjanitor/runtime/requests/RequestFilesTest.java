package org.labjanitor.runtime.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.core.budget.Budget;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.requests.FileAnswer.State;
import org.labjanitor.runtime.result.Correspondence;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.runtime.result.Runs;
import org.labjanitor.runtime.settings.Mode;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.TimeBudget;
import org.labjanitor.runtime.trigger.RequestObject;
import org.labjanitor.simulator.Lab;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** Request files against the simulator's S3, with a runner that notes what it was given. */
class RequestFilesTest {
    private static final String MONDAY = "requests/instances/monday class+extra.json";
    private static final String RESULT = "results/instances/monday class+extra.result.json";
    private static final String ERROR = "results/instances/monday class+extra.error.json";

    private final Lab lab = Lab.builder().accounts(Drop.ACCOUNT, "444455556666").start();
    private final Drop drop = new Drop(lab, "instances");
    private final AwsClients clients = drop.clients();
    private Settings settings = settings(Drop.ACCOUNT).withRequestsIn(Drop.BUCKET);
    private final List<String> ran = new ArrayList<>();
    private int runs;

    @AfterEach
    void close() {
        clients.close();
        drop.close();
        lab.close();
    }

    @Test
    void runsARequestAndPutsItsResultBesideIt() throws IOException {
        drop.put(MONDAY, "{\"mode\": \"report\", \"n\": 1}");

        FileAnswer answer = deliver(drop.events()).getFirst();

        assertThat(answer.state()).isEqualTo(State.RUN);
        assertThat(answer.key()).isEqualTo(MONDAY);
        assertThat(answer.answer()).isEqualTo(RESULT);
        assertThat(answer.outcome()).isEqualTo(RunStatus.COMPLETE);
        assertThat(ran).containsExactly("{mode=report, n=1}");
        assertThat(json(RESULT).path("sweep").asText()).isEqualTo("instances");
        assertThat(drop.content(ERROR)).isEmpty();
    }

    @Test
    void runsItOnceHoweverOftenItIsTold() {
        drop.put(MONDAY, "{\"n\": 1}");
        List<RequestObject> event = drop.events();

        assertThat(states(deliver(event))).containsExactly(State.RUN);
        assertThat(states(deliver(event))).containsExactly(State.DUPLICATE);
        assertThat(states(deliver(event))).containsExactly(State.DUPLICATE);
        assertThat(ran).hasSize(1);
    }

    @Test
    void aRequestThatWasRunNeverRunsAgainHoweverLateItIsTold() {
        drop.put(MONDAY, "{\"n\": 1}");
        List<RequestObject> event = drop.events();
        deliver(event);
        lab.clock().advance(Duration.ofDays(1));

        assertThat(states(deliver(event))).containsExactly(State.DUPLICATE);
        assertThat(ran).hasSize(1);
    }

    @Test
    void runsItOnceWhereVersionsAreKept() {
        drop.versioning(BucketVersioningStatus.ENABLED);
        drop.put(MONDAY, "{\"n\": 1}");
        List<RequestObject> event = drop.events();

        assertThat(event.getFirst().versionId()).isNotNull();
        assertThat(states(deliver(event))).containsExactly(State.RUN);
        assertThat(states(deliver(event))).containsExactly(State.DUPLICATE);
        assertThat(ran).hasSize(1);
    }

    @Test
    void theSameContentPutAgainIsANewRequest() {
        drop.put(MONDAY, "{\"n\": 1}");
        deliver(drop.events());
        lab.clock().advance(Duration.ofMinutes(2));
        drop.put(MONDAY, "{\"n\": 1}");

        assertThat(states(deliver(drop.events()))).containsExactly(State.RUN);
        assertThat(ran).hasSize(2);
    }

    @Test
    void readsExactlyTheVersionThatTheEventNames() {
        drop.versioning(BucketVersioningStatus.ENABLED);
        drop.put(MONDAY, "{\"n\": 1}");
        drop.put(MONDAY, "{\"n\": 2}");
        List<RequestObject> events = drop.events();

        deliver(List.of(events.getFirst()));

        assertThat(ran).containsExactly("{n=1}");
    }

    @Test
    void aVersionThatCameLateIsOvertakenAndNeverRun() {
        drop.versioning(BucketVersioningStatus.ENABLED);
        drop.put(MONDAY, "{\"n\": 1}");
        drop.put(MONDAY, "{\"n\": 2}");
        List<RequestObject> events = drop.events();

        assertThat(states(deliver(List.of(events.get(1))))).containsExactly(State.RUN);
        FileAnswer late = deliver(List.of(events.get(0))).getFirst();

        assertThat(late.state()).isEqualTo(State.OVERTAKEN);
        assertThat(late.detail()).contains("newer version");
        assertThat(ran).containsExactly("{n=2}");
    }

    @Test
    void ofAnOverwrittenPutOnlyTheNewestRunsAndOnlyOnceInWhateverOrder() {
        drop.put(MONDAY, "{\"n\": 1}");
        drop.put(MONDAY, "{\"n\": 2}");
        List<RequestObject> events = drop.events();

        deliver(List.of(events.get(0)));
        deliver(List.of(events.get(1)));
        deliver(List.of(events.get(0)));

        assertThat(ran).containsExactly("{n=2}");
    }

    @Test
    void twoAtOnceRunItOnce() {
        drop.put(MONDAY, "{\"n\": 1}");
        List<RequestObject> event = drop.events();
        List<FileAnswer> inner = new ArrayList<>();

        List<FileAnswer> outer =
                files().answer(
                                event,
                                "run-outer",
                                time(),
                                (document, id, time) -> {
                                    inner.addAll(deliver(event));
                                    return runner(document, id, time);
                                });

        assertThat(states(outer)).containsExactly(State.RUN);
        assertThat(states(inner)).containsExactly(State.DUPLICATE);
        assertThat(inner.getFirst().detail()).contains("run-outer", "has not ended yet");
        assertThat(ran).hasSize(1);
    }

    @Test
    void aRunThatDiedIsTakenOverOnceItMustBeDead() {
        drop.put(MONDAY, "{\"n\": 1}");
        List<RequestObject> event = drop.events();
        assertThatThrownBy(() -> files().answer(event, "run-dead", time(), dies()))
                .isInstanceOf(OutOfMemoryError.class);

        lab.clock().advance(Duration.ofMinutes(15));
        assertThat(states(deliver(event))).containsExactly(State.DUPLICATE);
        lab.clock().advance(Duration.ofMinutes(2));
        assertThat(states(deliver(event))).containsExactly(State.RUN);
        assertThat(states(deliver(event))).containsExactly(State.DUPLICATE);
        assertThat(ran).hasSize(1);
        assertThat(drop.content(RESULT)).isPresent();
    }

    @Test
    void aRunThatEndsLateDoesNotWriteOverANewerOnesResult() throws IOException {
        drop.put(MONDAY, "{\"n\": 1}");
        List<RequestObject> first = drop.events();

        FileAnswer late =
                files().answer(
                                first,
                                "run-late",
                                time(),
                                (document, id, time) -> {
                                    drop.put(MONDAY, "{\"n\": 2}");
                                    deliver(drop.events());
                                    return runner(document, id, time);
                                })
                        .getFirst();

        assertThat(json(RESULT).path("runId").asText()).isEqualTo("run-1");
        assertThat(late.answer())
                .isEqualTo("results/instances/monday class+extra.run-late.result.json");
        assertThat(drop.content(String.valueOf(late.answer()))).isPresent();
        assertThat(ran).hasSize(2);
    }

    @Test
    void tellsEveryFaultOfABadRequestBesideIt() throws IOException {
        drop.put(MONDAY, "{\"mod\": \"report\", \"regions\": 7}");

        FileAnswer answer =
                files().answer(
                                drop.events(),
                                "run-1",
                                time(),
                                (_, _, _) -> {
                                    throw new BadRequestException(
                                            List.of("unknown key \"mod\"", "regions is 7"));
                                })
                        .getFirst();

        assertThat(answer.state()).isEqualTo(State.BAD_REQUEST);
        assertThat(answer.answer()).isEqualTo(ERROR);
        assertThat(json(ERROR).path("faults"))
                .extracting(JsonNode::asText)
                .containsExactly("unknown key \"mod\"", "regions is 7");
        assertThat(json(ERROR).path("request").asText()).isEqualTo(MONDAY);
        assertThat(drop.content(RESULT)).isEmpty();
    }

    @Test
    void refusesWhatIsNotJsonAndWhatIsTooLarge() throws IOException {
        drop.put(MONDAY, "mode: report");
        assertThat(states(deliver(drop.events()))).containsExactly(State.BAD_REQUEST);
        assertThat(json(ERROR).path("faults").path(0).asText()).contains("malformed JSON");

        drop.put(MONDAY, "{\"only\": \"" + "x".repeat(256 * 1024) + "\"}");
        assertThat(states(deliver(drop.events()))).containsExactly(State.BAD_REQUEST);
        assertThat(json(ERROR).path("faults").path(0).asText())
                .contains("262156 bytes", "at most 262144");
        assertThat(ran).isEmpty();
    }

    @Test
    void oneBadFileStopsNoOther() {
        drop.put(MONDAY, "{\"n\": 1}");
        drop.put("requests/instances/bad.json", "{");
        drop.put("requests/instances/gone.json", "{\"n\": 3}");
        drop.put("requests/instances/last.json", "{\"n\": 4}");
        List<RequestObject> objects = new ArrayList<>(drop.events());
        objects.add(1, new RequestObject("lab-stranger", MONDAY, null, "01"));
        objects.add(2, new RequestObject(Drop.BUCKET, "results/instances/x.json", null, "01"));
        drop.delete("requests/instances/gone.json");

        List<FileAnswer> answers = deliver(objects);

        assertThat(states(answers))
                .containsExactly(
                        State.RUN,
                        State.REFUSED,
                        State.REFUSED,
                        State.BAD_REQUEST,
                        State.GONE,
                        State.RUN);
        assertThat(answers.getLast().runId()).isEqualTo("run-1-6");
        assertThat(ran).containsExactly("{n=1}", "{n=4}");
    }

    @Test
    void aRunThatFailsIsToldAndIsNotRunAgain() throws IOException {
        drop.put(MONDAY, "{\"n\": 1}");
        drop.put("requests/instances/last.json", "{\"n\": 2}");
        List<RequestObject> events = drop.events();

        List<FileAnswer> answers =
                files().answer(
                                events,
                                "run-1",
                                time(),
                                (document, id, time) -> {
                                    if (document.containsValue(1)) {
                                        throw new IllegalStateException("STS does not answer");
                                    }
                                    return runner(document, id, time);
                                });

        assertThat(states(answers)).containsExactly(State.FAILED, State.RUN);
        assertThat(json(ERROR).path("faults").path(0).asText()).contains("STS does not answer");
        assertThat(states(deliver(events))).containsExactly(State.DUPLICATE, State.DUPLICATE);
    }

    @Test
    void anEventInVainIsAnError() {
        drop.put(MONDAY, "{\"n\": 1}");
        List<RequestObject> forged = List.of(new RequestObject("lab-stranger", MONDAY, null, null));

        assertThatThrownBy(() -> deliver(forged))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("lab-stranger")
                .hasMessageContaining("from " + Drop.BUCKET + " alone");
        assertThat(lab.calls().count("GetObject")).isZero();
        assertThat(ran).isEmpty();
    }

    @Test
    void readsNothingWithoutABucketOrAnAccount() {
        drop.put(MONDAY, "{\"n\": 1}");
        List<RequestObject> event = drop.events();

        settings = settings(Drop.ACCOUNT);
        assertThatThrownBy(() -> deliver(event)).hasMessageContaining("JANITOR_REQUEST_BUCKET");
        settings = settings(null).withRequestsIn(Drop.BUCKET);
        assertThatThrownBy(() -> deliver(event)).hasMessageContaining("JANITOR_ACCOUNT_ID");
        assertThat(lab.calls().count("GetObject")).isZero();
    }

    @Test
    void readsNothingFromABucketThatIsNotTheAccountsAnyMore() {
        drop.put(MONDAY, "{\"n\": 1}");
        List<RequestObject> event = drop.events();
        settings = settings("444455556666").withRequestsIn(Drop.BUCKET);

        assertThatThrownBy(() -> deliver(event))
                .isInstanceOf(RequestsFailedException.class)
                .hasMessageContaining("s3:GetObject of " + MONDAY + " failed: AccessDenied");
        assertThat(ran).isEmpty();
    }

    @Test
    void nothingThatItWritesStartsItAgain() {
        drop.put(MONDAY, "{\"n\": 1}");
        deliver(drop.events());
        drop.put(MONDAY, "{");
        deliver(drop.events());

        assertThat(drop.everyWrite())
                .hasSizeGreaterThan(4)
                .allSatisfy(key -> assertThat(key).matches("(requests/instances|results)/.*"));
        assertThat(drop.events()).isEmpty();
    }

    @Test
    void whatWasRunIsToldEvenWhereItsResultCannotBeWritten() {
        drop.put(MONDAY, "{\"n\": 1}");
        List<RequestObject> event = drop.events();

        assertThatThrownBy(() ->
                        files().answer(
                                        event,
                                        "run-1",
                                        time(),
                                        (document, id, time) -> {
                                            lab.account(Drop.ACCOUNT).deny("s3:PutObject");
                                            return runner(document, id, time);
                                        }))
                .isInstanceOf(RequestsFailedException.class)
                .hasMessageContaining("came to \"run\"")
                .hasMessageContaining("s3:PutObject of " + RESULT);
        lab.account(Drop.ACCOUNT).allow("s3:PutObject");
        assertThat(states(deliver(event))).containsExactly(State.DUPLICATE);
        assertThat(ran).hasSize(1);
    }

    @Test
    void anUnreadableClaimKeepsTheRequestFromRunning() {
        drop.put(MONDAY, "{\"n\": 1}");
        drop.put("results/instances/monday class+extra.claim.json", "{\"mine\": true}");

        assertThatThrownBy(() -> deliver(drop.events()))
                .isInstanceOf(RequestsFailedException.class)
                .hasMessageContaining("monday class+extra.claim.json is no claim")
                .hasMessageContaining("delete it");
        assertThat(ran).isEmpty();
    }

    @Test
    void whereVersionsWereDeletedMeanwhileItSaysSo() {
        drop.versioning(BucketVersioningStatus.ENABLED);
        drop.put(MONDAY, "{\"n\": 1}");
        List<RequestObject> event = drop.events();
        drop.deleteVersion(MONDAY, String.valueOf(event.getFirst().versionId()));

        FileAnswer answer = deliver(event).getFirst();

        assertThat(answer.state()).isEqualTo(State.GONE);
        assertThat(answer.detail()).contains("deleted before it could be read");
    }

    private List<FileAnswer> deliver(List<RequestObject> objects) {
        runs++;
        return files().answer(objects, "run-" + runs, time(), this::runner);
    }

    private RunResult runner(
            Map<String, @Nullable Object> document, String runId, TimeBudget time) {
        assertThat(time.left()).isPositive();
        ran.add(document.toString());
        RunResult run = Runs.run(Mode.REPORT, Runs.item("i-1", Runs.keep()));
        return new RunResult(
                run.sweep(),
                runId,
                run.mode(),
                run.account(),
                run.startedAt(),
                run.endedAt(),
                run.settings(),
                run.examined(),
                run.items(),
                run.notExamined(),
                run.stopped(),
                run.continues(),
                run.apiCalls(),
                Correspondence.none());
    }

    private RequestFiles files() {
        return new RequestFiles("instances", settings, clients, lab.clock());
    }

    private TimeBudget time() {
        return TimeBudget.of(Duration.ofMinutes(15), lab.clock());
    }

    private static Settings settings(@Nullable String account) {
        return new Settings(account, "lab", List.of("us-east-1"), "lab", new Budget(20, 50));
    }

    /** As if Lambda pulled the plug. */
    private static RequestFiles.Runner dies() {
        return (document, id, _) -> {
            throw new OutOfMemoryError("of " + id + " with " + document);
        };
    }

    private static List<State> states(List<FileAnswer> answers) {
        return answers.stream().map(FileAnswer::state).toList();
    }

    private JsonNode json(String key) throws IOException {
        return new ObjectMapper().readTree(drop.content(key).orElseThrow().getBytes(UTF_8));
    }
}
