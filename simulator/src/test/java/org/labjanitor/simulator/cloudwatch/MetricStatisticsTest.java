package org.labjanitor.simulator.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.simulator.cloudwatch.MetricBench.ago;
import static org.labjanitor.simulator.cloudwatch.MetricBench.cpu;
import static org.labjanitor.simulator.cloudwatch.MetricBench.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

class MetricStatisticsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @CsvSource({"Average, 4", "Sum, 60", "Minimum, 0.5", "Maximum, 97", "SampleCount, 15"})
    void anHourOfBasicMonitoringIsMadeOfFiveSamplesPerPoint(String statistic, double expected) {
        try (MetricBench bench = new MetricBench()) {
            Profile threePoints =
                    Profile.of(
                            new double[] {2, 4, 6},
                            new double[] {1, 0.5, 2},
                            new double[] {3, 8, 97});
            bench.metrics.seedBasic(cpu("i-1"), ago(HOUR), threePoints);

            MetricDataResult result =
                    bench.only(ago(HOUR), query("m1", cpu("i-1"), 3600, statistic));

            assertThat(result.values()).containsExactly(expected);
            assertThat(result.timestamps()).containsExactly(ago(HOUR));
        }
    }

    @Test
    void theNewestPointComesFirstUnlessAskedOtherwise() {
        try (MetricBench bench = new MetricBench()) {
            bench.metrics.seedBasic(cpu("i-1"), ago(HOUR), Profile.of(1, 2, 3));
            var asked = MetricBench.since(ago(HOUR), query("m1", cpu("i-1"), 300, "Average"));

            var descending = bench.client.getMetricData(asked.build());
            var ascending = bench.client.getMetricData(asked.scanBy("TimestampAscending").build());

            assertThat(descending.metricDataResults().getFirst().values())
                    .containsExactly(3.0, 2.0, 1.0);
            assertThat(ascending.metricDataResults().getFirst().values())
                    .containsExactly(1.0, 2.0, 3.0);
        }
    }

    @Test
    void timesWithoutDataAreSimplyNotThere() {
        try (MetricBench bench = new MetricBench()) {
            Instant start = ago(HOUR);
            bench.metrics.seedBasic(cpu("i-1"), start, Profile.of(1, Double.NaN, 3));
            bench.metrics.seedBasic(cpu("i-1"), start.plus(Duration.ofMinutes(30)), Profile.of(7));

            MetricDataResult result = bench.only(start, query("m1", cpu("i-1"), 300, "Average"));

            assertThat(result.timestamps())
                    .containsExactly(
                            start.plus(Duration.ofMinutes(30)),
                            start.plus(Duration.ofMinutes(10)),
                            start);
            assertThat(result.statusCode()).isEqualTo(StatusCode.COMPLETE);
        }
    }

    @Test
    void anUnknownMetricIsCompleteAndEmpty() {
        try (MetricBench bench = new MetricBench()) {
            MetricDataResult result =
                    bench.only(ago(HOUR), query("m1", cpu("i-none"), 300, "Average"));

            assertThat(result.statusCode()).isEqualTo(StatusCode.COMPLETE);
            assertThat(result.hasValues()).isTrue();
            assertThat(result.values()).isEmpty();
            assertThat(result.label()).isEqualTo("CPUUtilization");
        }
    }

    @Test
    void theStartBelongsToTheAnswerAndTheEndDoesNot() {
        try (MetricBench bench = new MetricBench()) {
            bench.metrics.seedBasic(
                    cpu("i-1"), ago(Duration.ofMinutes(20)), Profile.of(1, 2, 3, 4));
            var asked =
                    MetricBench.since(
                                    ago(Duration.ofMinutes(15)),
                                    query("m1", cpu("i-1"), 300, "Average"))
                            .endTime(ago(Duration.ofMinutes(5)))
                            .build();

            MetricDataResult result =
                    bench.client.getMetricData(asked).metricDataResults().getFirst();

            assertThat(result.values()).containsExactly(3.0, 2.0);
        }
    }

    @Test
    void aPointThatWasSeededAheadShowsWhenItsTimeIsOver() {
        try (MetricBench bench = new MetricBench()) {
            bench.metrics.seedBasic(cpu("i-1"), MetricBench.NOW, Profile.constant(288, 3));
            var asked =
                    MetricBench.since(MetricBench.NOW, query("m1", cpu("i-1"), 300, "Average"))
                            .endTime(MetricBench.NOW.plus(Duration.ofDays(3650)))
                            .build();

            bench.lab.clock().advance(Duration.ofMinutes(14));

            assertThat(
                            bench.client
                                    .getMetricData(asked)
                                    .metricDataResults()
                                    .getFirst()
                                    .timestamps())
                    .containsExactly(MetricBench.NOW.plus(Duration.ofMinutes(5)), MetricBench.NOW);
        }
    }

    @Test
    void periodsCountFromTheStartThatWasAskedFor() {
        try (MetricBench bench = new MetricBench()) {
            Instant start = Instant.parse("2026-11-20T08:18:34Z");
            bench.metrics.seedDetailed(
                    cpu("i-1"), Instant.parse("2026-11-20T08:00:00Z"), Profile.constant(120, 5));

            MetricDataResult result = bench.only(start, query("m1", cpu("i-1"), 3600, "Sum"));

            assertThat(result.timestamps())
                    .containsExactly(
                            Instant.parse("2026-11-20T09:18:00Z"),
                            Instant.parse("2026-11-20T08:18:00Z"));
            assertThat(result.values()).containsExactly(210.0, 300.0);
        }
    }

    @Test
    void metricsOfOneRegionAreUnknownInAnother() {
        try (MetricBench bench = new MetricBench()) {
            bench.lab
                    .account("111122223333")
                    .region("eu-west-1")
                    .metrics()
                    .seedBasic(cpu("i-1"), ago(HOUR), Profile.of(1));

            MetricDataResult result =
                    bench.only(ago(HOUR), query("m1", cpu("i-1"), 300, "Average"));

            assertThat(result.values()).isEqualTo(List.of());
        }
    }
}
