package org.labjanitor.simulator.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.labjanitor.simulator.cloudwatch.MetricBench.NOW;
import static org.labjanitor.simulator.cloudwatch.MetricBench.ago;
import static org.labjanitor.simulator.cloudwatch.MetricBench.cpu;
import static org.labjanitor.simulator.cloudwatch.MetricBench.hourlyCpu;
import static org.labjanitor.simulator.cloudwatch.MetricBench.query;
import static org.labjanitor.simulator.cloudwatch.MetricBench.since;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MissingRequiredParameterException;

class MetricDataRulesTest {
    private static final Instant START = ago(Duration.ofHours(1));

    @Test
    void fiveHundredQueriesAreAllowed() {
        try (MetricBench bench = new MetricBench()) {
            assertThat(
                            bench.client
                                    .getMetricData(since(START, hourlyCpu(500)).build())
                                    .metricDataResults())
                    .hasSize(500);
        }
    }

    @Test
    void oneMoreThanFiveHundredIsNot() {
        refused(
                since(START, hourlyCpu(501)),
                "ValidationError",
                "The collection MetricDataQueries must not have a size greater than 500.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"i-0abc", "M1", "1m", "_m", "m.1"})
    void anIdStartsWithALowerCaseLetterAndHasNoDash(String id) {
        refused(
                since(START, query(id, cpu("i-1"), 300, "Average")),
                "ValidationError",
                "^[a-z][a-zA-Z0-9_]*$");
    }

    @Test
    void idsAreUnique() {
        refused(
                since(
                        START,
                        query("m1", cpu("i-1"), 300, "Average"),
                        query("m1", cpu("i-2"), 300, "Average")),
                "ValidationError",
                "not unique");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 59, 61, 90})
    void aPeriodIsAMultipleOfAMinute(int period) {
        refused(
                since(START, query("m1", cpu("i-1"), period, "Average")),
                "ValidationError",
                "Period");
    }

    @Test
    void theStartLiesBeforeTheEnd() {
        MetricDataQuery any = query("m1", cpu("i-1"), 300, "Average");
        refused(
                since(NOW, any),
                "ValidationError",
                "The parameter StartTime must not equal parameter EndTime.");
        refused(
                since(NOW.plusSeconds(60), any),
                "ValidationError",
                "The parameter StartTime must be less than the parameter EndTime.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100_801})
    void aPageHoldsAtMost100800Points(int points) {
        refused(
                since(START, query("m1", cpu("i-1"), 300, "Average")).maxDatapoints(points),
                "ValidationError",
                "MaxDatapoints");
    }

    @Test
    void aMissingTimeIsNamed() {
        try (MetricBench bench = new MetricBench()) {
            GetMetricDataRequest asked =
                    GetMetricDataRequest.builder()
                            .endTime(NOW)
                            .metricDataQueries(hourlyCpu(1))
                            .build();

            assertThatThrownBy(() -> bench.client.getMetricData(asked))
                    .isInstanceOf(MissingRequiredParameterException.class)
                    .hasMessageContaining("The parameter StartTime is required.");
        }
    }

    @Test
    void whatTheLabLacksIsNamed() {
        MetricDataQuery sum = MetricDataQuery.builder().id("e1").expression("m1+m2").build();
        refused(since(START, sum), "NotSimulated", "m1+m2");
        refused(
                since(START, query("m1", cpu("i-1"), 300, "p99")),
                "NotSimulated",
                "the statistic p99");
        refused(
                since(START, query("m1", cpu("i-1"), 300, "Average"))
                        .labelOptions(options -> options.timezone("+0100")),
                "NotSimulated",
                "LabelOptions");
    }

    @Test
    void anOperationThatTheLabLacksIsNamed() {
        try (MetricBench bench = new MetricBench()) {
            assertThatThrownBy(() -> bench.client.listMetrics())
                    .isInstanceOf(CloudWatchException.class)
                    .hasMessageContaining("ListMetrics");
        }
    }

    private static void refused(
            GetMetricDataRequest.Builder request, String code, String partOfMessage) {
        try (MetricBench bench = new MetricBench()) {
            assertThatThrownBy(() -> bench.client.getMetricData(request.build()))
                    .isInstanceOfSatisfying(
                            CloudWatchException.class,
                            e -> {
                                assertThat(e.statusCode()).isEqualTo(400);
                                assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                                assertThat(e.awsErrorDetails().errorMessage())
                                        .contains(partOfMessage);
                            });
        }
    }
}
