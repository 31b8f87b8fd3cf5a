package org.labjanitor.instances;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.instances.progress.SweepListener;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;

/** A run stops in time to report, says what it did not reach, and the next one goes on. */
class TimeTest {
    private static final String BUDGET = "\"budget\": {\"percent\": 100}";

    @Test
    void aRegionThatThereIsNoTimeForIsNotExamined() {
        try (Scene scene = new Scene()) {
            scene.idle("left-behind");

            RunResult result = scene.run("{}", Duration.ofSeconds(10));

            assertThat(result.notExamined())
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.why()).contains("time ran out"));
            assertThat(result.continues()).isTrue();
            assertThat(result.status()).isEqualTo(RunStatus.FAILED);
        }
    }

    @Test
    void machinesThatThereIsNoTimeToRemoveAreLeftToTheNextRun() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            scene.busy("at-work");
            scene.listen(
                    new SweepListener() {
                        @Override
                        public void removing(String region, int instances) {
                            scene.lab().clock().advance(Duration.ofMinutes(14));
                        }
                    });

            RunResult result = scene.run(scene.cleanNow(BUDGET), Duration.ofMinutes(14));

            assertThat(scene.isGone(idle)).isFalse();
            assertThat(Scene.item(result, idle).outcome()).isEqualTo(Outcome.NOT_REACHED);
            assertThat(result.continues()).isTrue();
            assertThat(result.status()).isEqualTo(RunStatus.PARTIAL);

            scene.listen(SweepListener.silent());
            assertThat(scene.clean().continues()).isFalse();
            assertThat(scene.isGone(idle)).isTrue();
        }
    }
}
