package org.labjanitor.simulator.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.labjanitor.simulator.cloudwatch.MetricBench.ago;
import static org.labjanitor.simulator.cloudwatch.MetricBench.cpu;
import static org.labjanitor.simulator.cloudwatch.MetricBench.query;
import static org.labjanitor.simulator.cloudwatch.MetricBench.since;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

class MetricFaultTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final GetMetricDataRequest THREE =
            since(
                            ago(HOUR),
                            query("m1", cpu("i-1"), 300, "Average"),
                            query("m2", cpu("i-2"), 300, "Average"),
                            query("m3", cpu("i-3"), 300, "Average"))
                    .build();

    @Test
    void oneMetricCanBeForbiddenWhileTheOthersAreAnswered() {
        statusesWith(SeriesFault.FORBIDDEN, "m1 Complete 12", "m2 Forbidden 0", "m3 Complete 12");
    }

    @Test
    void oneMetricCanBreakDown() {
        statusesWith(
                SeriesFault.INTERNAL_ERROR,
                "m1 Complete 12",
                "m2 InternalError 0",
                "m3 Complete 12");
    }

    @Test
    void oneMetricCanStayPartialForever() {
        statusesWith(SeriesFault.PARTIAL, "m1 Complete 12", "m2 PartialData 6", "m3 Complete 12");
    }

    @Test
    void anIdCanGoMissing() {
        statusesWith(SeriesFault.MISSING, "m1 Complete 12", "m3 Complete 12");
    }

    @Test
    void aForbiddenMetricSaysSoInItsMessages() {
        try (MetricBench bench = seeded()) {
            bench.metrics.fail(cpu("i-2"), SeriesFault.FORBIDDEN);

            MetricDataResult result = bench.client.getMetricData(THREE).metricDataResults().get(1);

            assertThat(result.messages()).extracting("code").containsExactly("Forbidden");
        }
    }

    @Test
    void whatWasMendedIsWholeAgain() {
        try (MetricBench bench = seeded()) {
            bench.metrics.fail(cpu("i-2"), SeriesFault.MISSING);
            bench.metrics.mend(cpu("i-2"));

            assertThat(bench.client.getMetricData(THREE).metricDataResults())
                    .hasSize(3)
                    .allMatch(result -> result.statusCode() == StatusCode.COMPLETE);
        }
    }

    @Test
    void aPartialFaultHalvesEverySeriesAndLosesTheLastId() {
        try (MetricBench bench = seeded()) {
            bench.lab.faults().add(Fault.everyCall(FaultKind.PARTIAL, "GetMetricData"));

            GetMetricDataResponse answer = bench.client.getMetricData(THREE);

            assertThat(answer.nextToken()).isNull();
            assertThat(answer.metricDataResults())
                    .extracting(MetricFaultTest::shape)
                    .containsExactly("m1 PartialData 6", "m2 PartialData 6");
        }
    }

    @Test
    void aThrottledCallIsAThrottlingExceptionToTheSdk() {
        try (MetricBench bench = seeded()) {
            bench.lab.faults().add(Fault.onCall(1, FaultKind.THROTTLE, "GetMetricData"));

            assertThatThrownBy(() -> bench.client.getMetricData(THREE))
                    .isInstanceOfSatisfying(
                            CloudWatchException.class,
                            e -> {
                                assertThat(e.isThrottlingException()).isTrue();
                                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("Throttling");
                            });
        }
    }

    @Test
    void aDeniedCallIsRefusedWithThePolicySentence() {
        try (MetricBench bench = seeded()) {
            bench.lab.account(Lab.DEFAULT_ACCOUNT).deny("cloudwatch:GetMetricData");

            assertThatThrownBy(() -> bench.client.getMetricData(THREE))
                    .isInstanceOfSatisfying(
                            CloudWatchException.class,
                            e -> assertThat(e.statusCode()).isEqualTo(403))
                    .hasMessageContaining("cloudwatch:GetMetricData");
        }
    }

    private static void statusesWith(SeriesFault fault, String... shapes) {
        try (MetricBench bench = seeded()) {
            bench.metrics.fail(cpu("i-2"), fault);

            GetMetricDataResponse answer = bench.client.getMetricData(THREE);

            assertThat(answer.nextToken()).isNull();
            assertThat(answer.metricDataResults())
                    .extracting(MetricFaultTest::shape)
                    .containsExactly(shapes);
        }
    }

    private static String shape(MetricDataResult result) {
        return result.id() + " " + result.statusCodeAsString() + " " + result.values().size();
    }

    private static MetricBench seeded() {
        MetricBench bench = new MetricBench();
        for (int i = 1; i <= 3; i++) {
            bench.metrics.seedBasic(cpu("i-" + i), ago(HOUR), Profile.constant(12, i));
        }
        return bench;
    }
}
