package org.labjanitor.simulator.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.simulator.cloudwatch.MetricBench.ago;
import static org.labjanitor.simulator.cloudwatch.MetricBench.cpu;
import static org.labjanitor.simulator.cloudwatch.MetricBench.query;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

class MetricRetentionTest {
    @ParameterizedTest
    @CsvSource({
        "14, 60, true",
        "16, 60, false",
        "16, 300, true",
        "62, 300, true",
        "64, 300, false",
        "64, 3600, true",
        "400, 3600, true",
        "400, 5400, false"
    })
    void anOldStartWithAFinePeriodBringsNothingAndNoError(int days, int period, boolean data) {
        try (MetricBench bench = new MetricBench()) {
            seedDays(bench, 460);

            MetricDataResult result =
                    bench.only(
                            ago(Duration.ofDays(days)), query("m1", cpu("i-1"), period, "Average"));

            assertThat(result.statusCode()).isEqualTo(StatusCode.COMPLETE);
            assertThat(!result.values().isEmpty()).isEqualTo(data);
        }
    }

    @Test
    void nothingIsLeftAfter455Days() {
        try (MetricBench bench = new MetricBench()) {
            seedDays(bench, 460);

            MetricDataResult result =
                    bench.only(
                            ago(Duration.ofDays(458)),
                            query("m1", cpu("i-1"), 86_400, "SampleCount"));

            assertThat(result.timestamps()).hasSize(455);
            assertThat(result.timestamps().getLast()).isEqualTo(ago(Duration.ofDays(455)));
        }
    }

    @Test
    void questionsFarOutsideOfAnyDataAreAnswered() {
        try (MetricBench bench = new MetricBench()) {
            seedDays(bench, 3);
            var everything =
                    MetricBench.since(
                                    Instant.parse("0001-01-01T00:00:00Z"),
                                    query("m1", cpu("i-1"), 86_400, "Sum"))
                            .endTime(Instant.parse("9999-01-01T00:00:00Z"));

            var past = bench.client.getMetricData(everything.build());
            var future =
                    bench.client.getMetricData(
                            everything.startTime(Instant.parse("9998-01-01T00:00:00Z")).build());

            assertThat(past.metricDataResults().getFirst().values()).hasSize(4);
            assertThat(future.metricDataResults().getFirst().values()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-10T12:32:34Z, 2026-11-10T12:32:00Z",
        "2026-10-10T12:32:34Z, 2026-10-10T12:30:00Z",
        "2026-05-10T12:32:34Z, 2026-05-10T12:00:00Z"
    })
    void theStartIsRoundedDownByItsAge(Instant start, Instant firstPeriod) {
        try (MetricBench bench = new MetricBench()) {
            seedDays(bench, 300);

            MetricDataResult result = bench.only(start, query("m1", cpu("i-1"), 3600, "Average"));

            assertThat(result.timestamps().getLast()).isEqualTo(firstPeriod);
        }
    }

    @Test
    void turningTheClockLetsDataAge() {
        try (MetricBench bench = new MetricBench()) {
            bench.metrics.seedDetailed(
                    cpu("i-1"), ago(Duration.ofHours(1)), Profile.constant(60, 5));
            var minutes = query("m1", cpu("i-1"), 60, "Average");
            assertThat(bench.only(ago(Duration.ofHours(1)), minutes).values()).hasSize(60);

            bench.lab.clock().advance(Duration.ofDays(15));

            assertThat(bench.only(ago(Duration.ofHours(1)), minutes).values()).isEmpty();
        }
    }

    private static void seedDays(MetricBench bench, int days) {
        bench.metrics.seedBasic(
                cpu("i-1"), ago(Duration.ofDays(days)), Profile.constant(days * 288, 1));
    }
}
