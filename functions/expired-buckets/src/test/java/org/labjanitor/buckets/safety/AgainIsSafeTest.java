package org.labjanitor.buckets.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.buckets.progress.BucketSweepListener;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;

/** Runs overlap, repeat and die anywhere: repeating changes nothing more. */
class AgainIsSafeTest {
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
