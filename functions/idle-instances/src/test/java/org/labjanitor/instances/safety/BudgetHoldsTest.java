package org.labjanitor.instances.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.simulator.cloudwatch.SeriesFault;

/** Never more than the budget, and nothing at all on a picture that cannot be true. */
class BudgetHoldsTest {
    @ParameterizedTest
    @CsvSource({
        "3, 100, 3",
        "100, 50, 4", // 8 machines: 6 idle, 2 at work
        "100, 1, 1",
        "0, 100, 0",
        "100, 0, 0",
        "100, 100, 6",
    })
    void removesTheLesserOfCountAndShare(int count, int percent, int removed) {
        try (Scene scene = new Scene()) {
            List<String> idle = idle(scene, 6);
            scene.busy("at-work-1");
            scene.busy("at-work-2");

            RunResult result = scene.run(clean(scene, count, percent));

            assertThat(idle.stream().filter(scene::isGone)).hasSize(removed);
            assertThat(result.with(Outcome.REMOVED)).isEqualTo(removed);
            assertThat(result.with(Outcome.NOT_REACHED)).isEqualTo(6 - removed);
        }
    }

    @Test
    void aShareRoundsUpSoThatOneOfOneCanGo() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");

            scene.run(clean(scene, 20, 50));

            assertThat(scene.isGone(idle)).isTrue();
        }
    }

    @Test
    void holdsForMachinesThatAPersonNamesAsWell() {
        try (Scene scene = new Scene()) {
            List<String> idle = idle(scene, 4);

            scene.run(
                    "{\"mode\": \"clean\", \"terminate\": [\"%s\"], \"reason\": \"over\", \"budget\": {\"count\": 1}}"
                            .formatted(String.join("\", \"", idle)));

            assertThat(idle.stream().filter(scene::isGone)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"all\"",
                "{\"count\": \"all\"}",
                "{\"count\": -1}",
                "{\"percent\": 101}",
                "{\"count\": 1.5}",
                "{\"cuont\": 5}",
                "null",
                "5",
            })
    void aMalformedBudgetRefusesTheRun(String budget) {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");

            assertThatThrownBy(() -> scene.run(scene.cleanNow("\"budget\": " + budget)))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("budget");
            assertThat(scene.isGone(idle)).isFalse();
        }
    }

    @Test
    void theOldestDeadlineGoesFirst() {
        try (Scene scene = new Scene()) {
            String early = scene.idle("early");
            String late =
                    scene.add(
                            scene.machine("late-and-dear")
                                    .type("m5.4xlarge")
                                    .tag("lab:keep", "true"),
                            Scene.QUIET);
            scene.busy("at-work");
            scene.giveGrace();
            scene.warn();
            scene.turn(Duration.ofHours(3));
            scene.untag(late, "lab:keep");
            scene.warn();
            scene.turn(Scene.GRACE);

            RunResult first = scene.run("{\"mode\": \"clean\", \"budget\": {\"count\": 1}}");

            assertThat(scene.isGone(early)).isTrue();
            assertThat(scene.isGone(late)).isFalse();
            assertThat(Scene.item(first, late).outcome()).isEqualTo(Outcome.NOT_REACHED);
            assertThat(Scene.item(first, late).outcomeDetail()).contains("budget");
            scene.run("{\"mode\": \"clean\", \"budget\": {\"count\": 1}}");
            assertThat(scene.isGone(late)).isTrue();
        }
    }

    @Test
    void stopsWhenTenMachinesAreAllIdleAtOnceAndWarnsNobody() {
        try (Scene scene = new Scene()) {
            List<String> idle = idle(scene, 10);
            scene.giveGrace();

            RunResult result = scene.cleanWithGrace();

            assertThat(result.status()).isEqualTo(RunStatus.FAILED);
            assertThat(result.stopped()).contains("10 running lab instances");
            assertThat(scene.changes()).isEmpty();
            assertThat(idle).noneMatch(scene::isGone);
        }
    }

    @Test
    void aPictureThatTurnsImplausibleWithinTheGraceStopsTheRemovals() {
        try (Scene scene = new Scene()) {
            List<String> idle = idle(scene, 10);
            String busy = scene.busy("at-work");
            scene.giveGrace();
            scene.warn();
            scene.turn(Scene.GRACE);
            scene.terminate(busy);

            RunResult result = scene.cleanWithGrace();

            assertThat(result.stopped()).contains("10 running lab instances");
            assertThat(idle).noneMatch(scene::isGone);
        }
    }

    @Test
    void goesOnWhenOneOfElevenIsAtWork() {
        try (Scene scene = new Scene()) {
            List<String> idle = idle(scene, 10);
            scene.busy("at-work");
            scene.giveGrace();

            scene.cleanAfterGrace();

            assertThat(idle).allMatch(scene::isGone);
        }
    }

    @Test
    void stopsWhenEvidenceIsMissingForMostMachines() {
        try (Scene scene = new Scene()) {
            List<String> idle = idle(scene, 5);
            for (String id : idle.subList(0, 3)) {
                scene.metrics().fail(Scene.cpuOf(id), SeriesFault.MISSING);
            }

            RunResult result = scene.clean();

            assertThat(idle).noneMatch(scene::isGone);
            assertThat(result.status()).isEqualTo(RunStatus.FAILED);
            assertThat(result.stopped()).contains("Evidence is missing for 3 of 5");
        }
    }

    private static List<String> idle(Scene scene, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(scene.idle("left-behind-" + i));
        }
        return ids;
    }

    private static String clean(Scene scene, int count, int percent) {
        return scene.cleanNow(
                "\"budget\": {\"count\": %d, \"percent\": %d}".formatted(count, percent));
    }
}
