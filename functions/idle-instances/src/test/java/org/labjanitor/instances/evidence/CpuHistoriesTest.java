package org.labjanitor.instances.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.labjanitor.core.judge.InstanceEvidence;
import org.labjanitor.core.metric.Metric;
import org.labjanitor.core.metric.MetricAnswer;
import org.labjanitor.core.metric.MetricQuery;
import org.labjanitor.core.metric.MetricSeries;
import org.labjanitor.core.metric.Statistic;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.runtime.result.CpuHistory;

class CpuHistoriesTest {
    private static final Instant START = Instant.parse("2026-11-06T09:00:00Z");
    private static final Instant QUIET_SINCE = START.plus(Duration.ofHours(6));
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Verdict IDLE =
            new Verdict.Removable(
                    RemovableReason.IDLE,
                    Explanation.of(
                            "Quiet.", new Fact(Fact.QUIET, "2 h", "CloudWatch", QUIET_SINCE)));

    private final CpuHistories histories = new CpuHistories(5);

    @Test
    void fourHoursBecomeTheirHighestMaximum() {
        CpuHistory history = of(hourly(Statistic.MAXIMUM, 1, 2, 90, 3, 4, 4, 5, 4)).with(IDLE);

        assertThat(history.start()).isEqualTo(START);
        assertThat(history.step()).isEqualTo(Duration.ofHours(4));
        assertThat(history.percents()).containsExactly(90, 5);
        assertThat(history.threshold()).isEqualTo(5);
        assertThat(history.quietSince()).isEqualTo(QUIET_SINCE);
    }

    @Test
    void theLastDayIsDrawnHourByHour() {
        double[] hours = new double[30];
        Arrays.setAll(hours, hour -> hour);
        hours[29] = Double.NaN;
        InstanceEvidence evidence =
                InstanceEvidence.none()
                        .with(new MetricAnswer.Complete(hourly(Statistic.MAXIMUM, hours)));

        CpuHistory day = histories.day(evidence, IDLE).orElseThrow();

        assertThat(day.start()).isEqualTo(START.plus(Duration.ofHours(6)));
        assertThat(day.step()).isEqualTo(HOUR);
        assertThat(day.percents()).hasSize(24).startsWith(6, 7).endsWith(28, Float.NaN);
    }

    @Test
    void aDayOfWhichLessIsKnownBeginsWithAGap() {
        InstanceEvidence evidence =
                InstanceEvidence.none()
                        .with(new MetricAnswer.Complete(hourly(Statistic.AVERAGE, 7, 8)));

        assertThat(histories.day(evidence, IDLE).orElseThrow().percents())
                .hasSize(24)
                .startsWith(Float.NaN)
                .endsWith(7, 8);
    }

    @Test
    void anHourWhoseFiveMinuteMeansAreKnownCountsByThem() {
        double[] means = new double[12];
        Arrays.fill(means, 2);
        MetricSeries fine = series(Statistic.AVERAGE, FIVE_MINUTES, START.plus(HOUR), means);

        assertThat(of(hourly(Statistic.MAXIMUM, 1, 60, 1, 1), fine).with(IDLE).percents())
                .containsExactly(2);
    }

    @Test
    void aMachineAtWorkIsDrawnFromItsHourlyMeans() {
        assertThat(of(hourly(Statistic.AVERAGE, 41, 42, 40, 39, 12)).with(IDLE).percents())
                .containsExactly(42, 12);
    }

    @Test
    void aDaysMeanCountsForAllOfItsHours() {
        MetricSeries days =
                series(
                        Statistic.AVERAGE,
                        Duration.ofDays(1),
                        Instant.parse("2026-11-06T00:00:00Z"),
                        new double[] {7, 9});

        assertThat(of(days).with(IDLE).percents())
                .containsExactly(7, 7, 7, 7, 7, 7, 9, 9, 9, 9, 9, 9);
    }

    @Test
    void aHoleStaysAHole() {
        assertThat(
                        of(hourly(
                                        Statistic.MAXIMUM,
                                        Double.NaN,
                                        Double.NaN,
                                        Double.NaN,
                                        Double.NaN,
                                        3))
                                .with(IDLE)
                                .percents())
                .containsExactly(Float.NaN, 3);
    }

    @Test
    void aFortnightHasAboutEightyPointsAndALongerTimeNoMoreThanNinety() {
        assertThat(of(hourly(Statistic.MAXIMUM, new double[337])).with(IDLE).percents())
                .hasSize(85);
        assertThat(of(hourly(Statistic.MAXIMUM, new double[63 * 24])).with(IDLE).percents())
                .hasSizeBetween(80, 90);
    }

    @Test
    void withoutACpuSeriesThereIsNoHistory() {
        MetricSeries traffic =
                MetricSeries.of(
                        new MetricQuery(
                                Metric.NETWORK_IN, Statistic.SUM, HOUR, START, START.plus(HOUR)),
                        1);
        MetricSeries counts = hourly(Statistic.SAMPLE_COUNT, 12);
        InstanceEvidence evidence =
                InstanceEvidence.none()
                        .with(new MetricAnswer.Complete(traffic))
                        .with(new MetricAnswer.Complete(counts))
                        .with(
                                new MetricAnswer.Unavailable(
                                        hourly(Statistic.MAXIMUM, 1).query(), "throttled"));

        assertThat(histories.of(evidence, IDLE)).isEmpty();
    }

    private Drawn of(MetricSeries... series) {
        InstanceEvidence evidence = InstanceEvidence.none();
        for (MetricSeries one : series) {
            evidence = evidence.with(new MetricAnswer.Complete(one));
        }
        return new Drawn(histories, evidence);
    }

    private record Drawn(CpuHistories histories, InstanceEvidence evidence) {
        CpuHistory with(Verdict verdict) {
            return histories.of(evidence, verdict).orElseThrow();
        }
    }

    private static MetricSeries hourly(Statistic statistic, double... values) {
        return series(statistic, HOUR, START, values);
    }

    private static MetricSeries series(
            Statistic statistic, Duration period, Instant from, double[] values) {
        Instant to = from.plus(period.multipliedBy(values.length));
        return MetricSeries.of(
                new MetricQuery(Metric.CPU_UTILIZATION, statistic, period, from, to), values);
    }
}
