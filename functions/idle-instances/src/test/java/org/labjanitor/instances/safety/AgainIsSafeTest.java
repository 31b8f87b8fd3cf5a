package org.labjanitor.instances.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.instances.progress.SweepListener;
import org.labjanitor.runtime.account.WrongAccountException;
import org.labjanitor.runtime.aws.AwsFailedException;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.Warning;
import org.labjanitor.simulator.fault.Plug;

/** Events arrive twice, runs overlap and die anywhere: repeating changes nothing more. */
class AgainIsSafeTest {
    private static final String BUDGET = "\"budget\": {\"percent\": 100}";

    /** A run whose claim is as old is surely dead. */
    private static final Duration A_CLAIMS_LIFE = Duration.ofMinutes(20);

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
            Callable<RunResult> run = () -> scene.runApart(scene.cleanNow(BUDGET));

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

    /**
     * When the process dies, seen from the change that it dies at. A death at a read leaves the lab
     * as a death before the next change does, so none of its states is left out.
     */
    enum Death {
        BEFORE_THE_CHANGE {
            @Override
            Plug at(int change) {
                return Plug.pulledBefore(change).ofChanges();
            }
        },
        AFTER_THE_CHANGE {
            @Override
            Plug at(int change) {
                return Plug.pulledAfter(change).ofChanges();
            }
        };

        abstract Plug at(int change);
    }

    @ParameterizedTest
    @EnumSource
    void aWarningRunThatDiesAtAnyChangeIsMadeGoodByTheNext(Death death) {
        int changes = 0;
        boolean died = true;
        while (died) {
            changes++;
            try (Scene scene = new Scene()) {
                String idle = sceneWithOneIdle(scene);
                died = dies(scene, death.at(changes), scene::warn);

                Warning warning = Objects.requireNonNull(Scene.item(scene.warn(), idle).warning());
                assertThat(warning.deadline())
                        .as("died at change %d", changes)
                        .isAfterOrEqualTo(
                                scene.messages("warning").getFirst().at().plus(Scene.GRACE));
                scene.turn(Scene.GRACE);
                scene.cleanWithGrace();

                assertRemovedOnceAndTold(scene, idle, changes);
            }
        }
        assertThat(changes).isGreaterThan(4);
    }

    @ParameterizedTest
    @EnumSource
    void aRemovingRunThatDiesAtAnyChangeIsFinishedByTheNext(Death death) {
        int changes = 0;
        boolean died = true;
        while (died) {
            changes++;
            try (Scene scene = new Scene()) {
                String idle = sceneWithOneIdle(scene);
                scene.warn();
                scene.turn(Scene.GRACE);
                died = dies(scene, death.at(changes), scene::cleanWithGrace);

                scene.turn(A_CLAIMS_LIFE);
                scene.cleanWithGrace();

                assertRemovedOnceAndTold(scene, idle, changes);
                assertThat(scene.messages("warning")).as("change %d", changes).hasSize(1);
            }
        }
        assertThat(changes).isGreaterThan(5);
    }

    @ParameterizedTest
    @EnumSource
    void aRunThatDiesWhileItTakesAWarningBackLeavesNothingToBeRemoved(Death death) {
        int changes = 0;
        boolean died = true;
        while (died) {
            changes++;
            try (Scene scene = new Scene()) {
                String idle = sceneWithOneIdle(scene);
                scene.warn();
                scene.turn(Scene.GRACE);
                scene.tag(idle, Map.of("lab:keep", "true"));
                died = dies(scene, death.at(changes), scene::cleanWithGrace);

                scene.turn(A_CLAIMS_LIFE);
                scene.cleanWithGrace();
                scene.untag(idle, "lab:keep");
                scene.cleanWithGrace();

                String where = "died at change %d".formatted(changes);
                assertThat(scene.messages("withdrawal")).as(where).hasSizeBetween(1, 2);
                assertThat(scene.messages("warning")).as(where).hasSize(2);
                assertThat(scene.isGone(idle)).as(where).isFalse();
            }
        }
        assertThat(changes).isGreaterThan(4);
    }

    @Test
    void twoRunsAtOnceWarnOnceOrTwiceAndRemoveEachMachineOnce() throws Exception {
        try (Scene scene = new Scene();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String idle = sceneWithOneIdle(scene);
            Callable<RunResult> run = () -> scene.runApart(Scene.CLEAN);
            List<Callable<RunResult>> both = List.of(run, run);
            for (Future<RunResult> result : threads.invokeAll(both)) {
                assertThat(Scene.item(result.get(), idle).outcome()).isNull();
            }
            scene.turn(Scene.GRACE);

            List<RunResult> results = new ArrayList<>();
            for (Future<RunResult> result : threads.invokeAll(both)) {
                results.add(result.get());
            }

            assertThat(results.stream().mapToLong(result -> result.with(Outcome.REMOVED)).sum())
                    .isEqualTo(1);
            assertRemovedOnceAndTold(scene, idle, 0);
            assertThat(scene.messages("outcome")).hasSize(1);
        }
    }

    @Test
    void anEventThatArrivesTwiceWarnsAndRemovesOnce() {
        try (Scene scene = new Scene()) {
            String idle = sceneWithOneIdle(scene);
            scene.cleanWithGrace();
            scene.cleanWithGrace();
            scene.turn(Scene.GRACE);
            scene.cleanWithGrace();
            scene.cleanWithGrace();

            assertRemovedOnceAndTold(scene, idle, 0);
            assertThat(scene.messages("warning")).hasSize(1);
            assertThat(scene.messages("outcome")).hasSize(1);
        }
    }

    private static String sceneWithOneIdle(Scene scene) {
        scene.busy("at-work");
        scene.giveGrace();
        return scene.idle("left-behind");
    }

    /** Whether the run met its death before its end. */
    private static boolean dies(Scene scene, Plug plug, Supplier<RunResult> run) {
        scene.lab().faults().add(plug);
        try {
            var _ = run.get();
        } catch (AwsFailedException | WrongAccountException e) {
            assertThat(plug.isPulled()).as(e.getMessage()).isTrue();
        }
        scene.lab().faults().putPlugBack();
        return plug.isPulled();
    }

    private static void assertRemovedOnceAndTold(Scene scene, String id, int change) {
        String where = "died at change %d".formatted(change);
        assertThat(scene.isGone(id)).as(where).isTrue();
        assertThat(removals(scene)).as(where).isEqualTo(1);
        assertThat(scene.messages("warning")).as(where).hasSizeBetween(1, 2);
        assertThat(scene.messages("outcome")).as(where).hasSizeBetween(1, 2);
        assertThat(scene.messages("warning").size() + scene.messages("outcome").size())
                .as(where)
                .isLessThanOrEqualTo(3);
    }

    /** Calls that EC2 carried out, those included whose answer was lost. */
    private static long removals(Scene scene) {
        return scene.lab().calls().of("TerminateInstances").stream()
                .filter(call -> call.errorCode() == null || call.request() != null)
                .count();
    }
}
