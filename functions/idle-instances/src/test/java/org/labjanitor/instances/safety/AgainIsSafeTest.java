package org.labjanitor.instances.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.instances.progress.SweepListener;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.RunResult;

/** Events arrive twice, runs overlap and die anywhere: repeating changes nothing more. */
class AgainIsSafeTest {
    @Test
    void aSecondRunFindsNothingLeftToDo() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            scene.busy("at-work");
            scene.clean();
            scene.lab().calls().clear();

            RunResult again = scene.clean();

            assertThat(again.items()).noneMatch(item -> item.resource().id().equals(idle));
            assertThat(scene.lab().calls().mutations()).isEmpty();
        }
    }

    @Test
    void theSameRequestTwiceRemovesNamedMachinesOnce() {
        try (Scene scene = new Scene()) {
            String named = scene.busy("at-work");
            scene.busy("at-work-too");
            scene.terminate(named);
            scene.lab().calls().clear();

            RunResult again = scene.terminate(named);

            assertThat(scene.lab().calls().mutations()).isEmpty();
            assertThat(again.with(Outcome.REMOVED)).isZero();
        }
    }

    @Test
    void aRunThatDiedBeforeItRemovedIsFinishedByTheNext() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            scene.busy("at-work");
            scene.listen(
                    new Meanwhile(() -> {
                        throw new IllegalStateException("the function was killed");
                    }));
            assertThatThrownBy(scene::clean).hasMessage("the function was killed");
            assertThat(scene.isGone(idle)).isFalse();

            scene.listen(SweepListener.silent());
            RunResult next = scene.clean();

            assertThat(scene.isGone(idle)).isTrue();
            assertThat(Scene.item(next, idle).outcome()).isEqualTo(Outcome.REMOVED);
        }
    }

    @Test
    void twoRunsAtOnceRemoveEachMachineAndNothingElse() throws Exception {
        try (Scene scene = new Scene();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String idle = scene.idle("left-behind");
            String busy = scene.busy("at-work");
            Callable<RunResult> run = scene::clean;

            for (Future<RunResult> result : threads.invokeAll(List.of(run, run))) {
                assertThat(result.get().items())
                        .filteredOn(item -> item.resource().id().equals(idle))
                        .allSatisfy(item ->
                                assertThat(item.outcome())
                                        .isIn(Outcome.REMOVED, Outcome.GONE_ALREADY));
            }

            assertThat(scene.isGone(idle)).isTrue();
            assertThat(scene.isGone(busy)).isFalse();
        }
    }
}
