package org.labjanitor.buckets.safety;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.buckets.progress.BucketSweepListener;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.runtime.result.SentNotice;
import org.labjanitor.runtime.result.Warning;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;
import org.labjanitor.simulator.fault.Plug;

/** Runs overlap, repeat and die anywhere: repeating changes nothing more. */
class AgainIsSafeTest {
    /** A dead run's claim holds for 20 minutes. */
    private static final Duration CLAIM_AND_MORE = Duration.ofMinutes(21);

    @Test
    void aSecondRunFindsNothingLeftToDo() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");
            scene.clean();
            scene.lab().calls().clear();

            RunResult again = scene.clean();

            assertThat(again.items()).isEmpty();
            Untouched.assertNothingChanged(scene);
        }
    }

    @Test
    void aBucketThatS3StillListsIsNotRemovedAgain() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");
            scene.lab()
                    .account(Scene.ACCOUNT)
                    .region(Scene.REGION)
                    .buckets()
                    .listAfterDeletion(Duration.ofHours(1));
            scene.clean();
            scene.lab().calls().clear();

            RunResult again = scene.clean();

            assertThat(Scene.item(again, "lab-over").outcome()).isEqualTo(Outcome.GONE_ALREADY);
            Untouched.assertNothingChanged(scene);
        }
    }

    @Test
    void aBucketThatIsGoneMeanwhileIsNoFailure() {
        try (Scene scene = new Scene()) {
            scene.bucket(Scene.REGION, "lab-over", Map.of("lab:expires", "2026-11-10"));
            scene.listen(
                    new Meanwhile(() ->
                            scene.asAdmin(
                                    s3 -> s3.deleteBucket(request -> request.bucket("lab-over")))));

            RunResult result = scene.clean();

            assertThat(Scene.item(result, "lab-over").outcome()).isEqualTo(Outcome.GONE_ALREADY);
        }
    }

    @Test
    void anAnswerThatIsLostAfterTheDeletionIsNoFailure() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");
            scene.lab().faults().add(Fault.onCall(1, FaultKind.LOST, "DeleteBucket"));

            RunResult result = scene.clean();

            assertThat(scene.isGone("lab-over")).isTrue();
            assertThat(Scene.item(result, "lab-over").outcome()).isEqualTo(Outcome.REMOVED);
        }
    }

    @Test
    void aRunThatDiedIsFinishedByTheNext() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");
            scene.listen(
                    new Meanwhile(() -> {
                        throw new IllegalStateException("the function was killed");
                    }));
            assertThatThrownBy(scene::clean).hasMessage("the function was killed");
            assertThat(scene.isGone("lab-over")).isFalse();

            scene.listen(BucketSweepListener.silent());
            RunResult next = scene.clean();

            assertThat(scene.isGone("lab-over")).isTrue();
            assertThat(Scene.item(next, "lab-over").outcome()).isEqualTo(Outcome.REMOVED);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWarningRunThatDiesAtAnyCallIsFinishedByTheNextAndShortensNoGrace(boolean afterEffect) {
        try (Scene scene = Scene.withGrace()) {
            int calls = 0;
            boolean died = true;
            while (died) {
                calls++;
                String bucket = "lab-over-" + calls;
                scene.expired(bucket);
                Instant before = scene.lab().clock().instant();
                died = dies(scene, plug(calls, afterEffect), scene::warn);

                scene.lab().clock().advance(Duration.ofMinutes(1));
                Warning warning = Scene.item(scene.cleanDue(), bucket).warning();
                assertThat(scene.isGone(bucket)).as("killed at call %d", calls).isFalse();
                assertThat(requireNonNull(warning).deadline())
                        .as("killed at call %d", calls)
                        .isEqualTo(warning.noticedAt().plus(Scene.GRACE))
                        .isAfterOrEqualTo(before.plus(Scene.GRACE));
                scene.passGrace();
                scene.cleanDue();
                assertThat(scene.isGone(bucket)).as("killed at call %d", calls).isTrue();
            }
            assertThat(calls).isGreaterThan(10);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCleaningRunThatDiesAtAnyCallIsFinishedByTheNext(boolean afterEffect) {
        try (Scene scene = Scene.withGrace()) {
            scene.inUse("lab-at-work");
            int calls = 0;
            boolean died = true;
            while (died) {
                calls++;
                String bucket = "lab-over-" + calls;
                scene.expired(bucket);
                scene.warn();
                scene.passGrace();
                died = dies(scene, plug(calls, afterEffect), scene::cleanDue);

                scene.lab().clock().advance(CLAIM_AND_MORE);
                RunResult next = scene.cleanDue();
                assertThat(scene.isGone(bucket)).as("killed at call %d", calls).isTrue();
                assertThat(next.status())
                        .as("killed at call %d: %s", calls, next.notExamined())
                        .isEqualTo(RunStatus.COMPLETE);
                assertThat(scene.ledger())
                        .as("killed at call %d", calls)
                        .contains("lab-at-work")
                        .doesNotContain(bucket);
            }
            assertThat(calls).isGreaterThan(20);
            assertThat(scene.isGone("lab-at-work")).isFalse();
        }
    }

    /** Whether the plug was pulled before the run was over. */
    private static boolean dies(Scene scene, Plug plug, Runnable run) {
        scene.lab().faults().add(plug);
        try {
            run.run();
        } catch (RuntimeException dead) {
            assertThat(plug.isPulled()).as("%s", dead).isTrue();
        }
        scene.lab().faults().putPlugBack();
        return plug.isPulled();
    }

    private static Plug plug(int call, boolean afterEffect) {
        return afterEffect ? Plug.pulledAfter(call) : Plug.pulledBefore(call);
    }

    @Test
    void theSameEventTwiceWarnsOnce() {
        try (Scene scene = Scene.withGrace()) {
            scene.expired("lab-over");

            scene.warn();
            RunResult again = scene.warn();

            assertThat(scene.notices()).hasSize(1);
            assertThat(again.correspondence().sent())
                    .extracting(SentNotice::kind)
                    .containsExactly(SentNotice.Kind.DIGEST);
        }
    }

    @Test
    void twoWarningRunsAtOnceGiveOneDeadline() throws Exception {
        try (Scene scene = Scene.withGrace();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            scene.expired("lab-over");
            Callable<RunResult> run = scene::warn;

            threads.invokeAll(List.of(run, run)).forEach(AgainIsSafeTest::requireEnded);

            assertThat(Scene.item(scene.report(), "lab-over").warning())
                    .isEqualTo(new Warning(Scene.NOW, Scene.NOW.plus(Scene.GRACE)));
        }
    }

    @Test
    void twoCleaningRunsAtOnceRemoveABucketOnce() throws Exception {
        try (Scene scene = Scene.withGrace();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            scene.expired("lab-over");
            scene.inUse("lab-at-work");
            scene.warn();
            scene.passGrace();
            Callable<RunResult> run = scene::cleanDue;

            List<RunResult> results = new ArrayList<>();
            for (Future<RunResult> result : threads.invokeAll(List.of(run, run))) {
                results.add(result.get());
            }

            assertThat(scene.isGone("lab-over")).isTrue();
            assertThat(scene.isGone("lab-at-work")).isFalse();
            assertThat(results.stream().mapToLong(result -> result.with(Outcome.REMOVED)).sum())
                    .isEqualTo(1);
            assertThat(scene.lab().calls().count("DeleteBucket")).isEqualTo(1);
        }
    }

    private static void requireEnded(Future<RunResult> run) {
        assertThat(run.state()).isEqualTo(Future.State.SUCCESS);
    }

    @Test
    void twoRunsAtOnceRemoveEachBucketAndNothingElse() throws Exception {
        try (Scene scene = new Scene();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            scene.expired("lab-over");
            scene.inUse("lab-at-work");
            Callable<RunResult> run = scene::clean;

            for (Future<RunResult> result : threads.invokeAll(List.of(run, run))) {
                assertThat(result.get().items())
                        .filteredOn(item -> item.resource().id().equals("lab-over"))
                        .allSatisfy(item ->
                                assertThat(item.outcome())
                                        .isIn(Outcome.REMOVED, Outcome.GONE_ALREADY));
            }

            assertThat(scene.isGone("lab-over")).isTrue();
            assertThat(scene.isGone("lab-at-work")).isFalse();
        }
    }
}
