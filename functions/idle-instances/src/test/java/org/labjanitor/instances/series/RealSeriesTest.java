package org.labjanitor.instances.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** Real CPU series through the whole function, as the days go by. */
class RealSeriesTest {
    private static final String NEVER_USED = "24ae8d";
    private static final String ALWAYS_USED = "5f5533";
    private static final List<String> NOW_AND_THEN = List.of("77c1ca", "fe7f93");
    private static final Duration SIX_HOURS = Duration.ofHours(6);

    /**
     * The default every six hours; the others, whose verdicts need a day or more to change, every
     * thirty, and so at each of the hours in turn.
     */
    @Test
    void everyPresetComesToThePlainComputationsVerdictAsTheDaysGoBy() {
        try (Scene scene = new Scene(RealSeries.FIRST_DAY);
                CloudWatchClient cloudWatch = scene.cloudWatch()) {
            Fortnight fortnight = new Fortnight(scene, new SdkFeed(cloudWatch));
            for (int step = 1; step <= 4 * 15; step++) {
                fortnight.turnTo(RealSeries.FIRST_DAY.plus(SIX_HOURS.multipliedBy(step)));
                if (step % 5 == 0) {
                    fortnight.checkEveryPreset();
                } else {
                    fortnight.check(InstancePolicy.LAB);
                }
            }
        }
    }

    @Test
    void whatBotoPublishedIsJudgedTheSame() {
        String python = System.getenv("JANITOR_PYTHON");
        assumeTrue(
                python != null && Files.isExecutable(Path.of(python)),
                "skipped: JANITOR_PYTHON does not name a Python with boto3");
        try (Scene scene = new Scene(RealSeries.FIRST_DAY);
                BotoFeed boto = new BotoFeed(String.valueOf(python), scene)) {
            Fortnight fortnight = new Fortnight(scene, boto);
            for (int day = 1; day <= 6; day++) {
                fortnight.turnTo(RealSeries.FIRST_DAY.plus(Duration.ofDays(day)));
                if (day % 3 == 0) {
                    fortnight.checkEveryPreset();
                }
            }
        }
    }

    /** Two weeks of the four machines, published as the clock is turned. */
    private static final class Fortnight {
        private final Scene scene;
        private final MetricFeed feed;
        private final Map<String, RealSeries> machines = new LinkedHashMap<>();
        private Instant now = RealSeries.FIRST_DAY;

        Fortnight(Scene scene, MetricFeed feed) {
            this.scene = scene;
            this.feed = feed;
            add(NEVER_USED);
            add(ALWAYS_USED);
            NOW_AND_THEN.forEach(this::add);
        }

        private void add(String name) {
            RealSeries series = RealSeries.read(name);
            machines.put(
                    scene.addWithoutMetrics(
                            Scene.REGION,
                            scene.machine(name).launched(series.start()).attached(series.start())),
                    series);
        }

        void turnTo(Instant moment) {
            scene.lab().clock().set(moment);
            machines.forEach((id, series) -> {
                int from = series.slotAt(now);
                int to = series.slotAt(moment);
                if (from < to) {
                    feed.publish(id, series, from, to, moment);
                }
            });
            now = moment;
        }

        void checkEveryPreset() {
            InstancePolicy.presets().forEach(this::check);
        }

        void check(String preset) {
            RunResult result = scene.run("{\"policy\": {\"preset\": \"%s\"}}".formatted(preset));
            machines.forEach((id, series) -> check(preset, series, Scene.item(result, id)));
        }

        private void check(String preset, RealSeries series, ResultItem item) {
            if (ended(series) || now.isBefore(series.start())) {
                return;
            }
            Verdict verdict = item.verdict();
            String what =
                    "%s by preset %s at %s: %s"
                            .formatted(
                                    series.name(), preset, now, verdict.explanation().sentence());
            assertThat(verdict instanceof Removable)
                    .as(what)
                    .isEqualTo(PlainRules.isIdle(preset, series, now));
            if (preset.equals(InstancePolicy.LAB)) {
                checkByName(series, verdict, what);
            }
        }

        private void checkByName(RealSeries series, Verdict verdict, String what) {
            assertThat(verdict).as(what).isNotInstanceOf(Unknown.class);
            boolean old = Duration.between(series.start(), now).compareTo(Duration.ofHours(25)) > 0;
            assertThat(verdict instanceof Removable)
                    .as(what)
                    .isEqualTo(series.name().equals(NEVER_USED) && old);
        }

        private boolean ended(RealSeries series) {
            return series.slotAt(now) == series.values().length
                    && now.minus(Duration.ofMinutes(15))
                            .isAfter(series.slotStart(series.values().length));
        }
    }
}
