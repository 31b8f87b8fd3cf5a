package org.labjanitor.simulator.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.labjanitor.simulator.cloudwatch.MetricBench.NOW;
import static org.labjanitor.simulator.cloudwatch.MetricBench.ago;
import static org.labjanitor.simulator.cloudwatch.MetricBench.query;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

class PutMetricDataTest {
    private static final Instant MINUTE = Instant.parse("2026-11-20T09:30:00Z");
    private static final MetricId JOBS = new MetricId("Lab", "Jobs", Map.of("Room", "12"));

    @Test
    void samplesOfOneMinuteAddUp() {
        try (MetricBench bench = new MetricBench()) {
            put(bench, datum -> datum.timestamp(MINUTE.plusSeconds(5)).value(2.0));
            put(bench, datum -> datum.timestamp(MINUTE.plusSeconds(50)).value(4.5));

            assertThat(read(bench, "Sum").values()).containsExactly(6.5);
            assertThat(read(bench, "SampleCount").values()).containsExactly(2.0);
            assertThat(read(bench, "Maximum").timestamps()).containsExactly(MINUTE);
        }
    }

    @Test
    void valuesCountAsOftenAsTheirCountsSay() {
        try (MetricBench bench = new MetricBench()) {
            put(bench, datum -> datum.timestamp(MINUTE).values(1.0, 10.0).counts(3.0, 1.0));

            assertThat(read(bench, "Average").values()).containsExactly(3.25);
            assertThat(read(bench, "Minimum").values()).containsExactly(1.0);
        }
    }

    @Test
    void aReadyStatisticSetIsTakenAsItIs() {
        try (MetricBench bench = new MetricBench()) {
            put(
                    bench,
                    datum ->
                            datum.timestamp(MINUTE)
                                    .statisticValues(set ->
                                            set.sampleCount(4.0)
                                                    .sum(20.0)
                                                    .minimum(1.0)
                                                    .maximum(9.0)));

            assertThat(read(bench, "Average").values()).containsExactly(5.0);
            assertThat(read(bench, "Maximum").values()).containsExactly(9.0);
        }
    }

    @Test
    void withoutATimestampTheLabClockCounts() {
        try (MetricBench bench = new MetricBench()) {
            put(bench, datum -> datum.value(1.0));
            bench.lab.clock().advance(Duration.ofMinutes(1));

            MetricDataResult result =
                    bench.client
                            .getMetricData(
                                    MetricBench.since(NOW, query("m1", JOBS, 60, "Sum"))
                                            .endTime(NOW.plusSeconds(60))
                                            .build())
                            .metricDataResults()
                            .getFirst();

            assertThat(result.timestamps()).containsExactly(NOW);
        }
    }

    @Test
    void highResolutionIsKeptForThreeHours() {
        try (MetricBench bench = new MetricBench()) {
            put(
                    bench,
                    datum ->
                            datum.timestamp(MINUTE.plusSeconds(17))
                                    .storageResolution(1)
                                    .value(1.0));
            var tenSeconds = query("m1", JOBS, 10, "Sum");

            assertThat(bench.only(MINUTE, tenSeconds).timestamps())
                    .containsExactly(MINUTE.plusSeconds(10));
            assertThat(bench.only(ago(Duration.ofHours(4)), tenSeconds).values()).isEmpty();
        }
    }

    @Test
    void aTimeOutsideTwoWeeksBackAndTwoHoursAheadIsRefused() {
        refused(datum -> datum.timestamp(ago(Duration.ofDays(15))).value(1.0), "past two weeks");
        refused(
                datum -> datum.timestamp(NOW.plus(Duration.ofHours(3))).value(1.0),
                "no more than two hours in the future");
    }

    @Test
    void countsAndValuesGoTogether() {
        refused(datum -> datum.values(1.0, 2.0).counts(1.0), "same size");
    }

    @Test
    void numbersThatCloudWatchCannotKeepAreRefused() {
        refused(datum -> datum.value(Double.MAX_VALUE), "2^360");
    }

    @Test
    void valueAndValuesExcludeEachOther() {
        try (MetricBench bench = new MetricBench()) {
            assertThatThrownBy(() -> put(bench, datum -> datum.value(1.0).values(2.0)))
                    .isInstanceOf(InvalidParameterCombinationException.class);
        }
    }

    @Test
    void oneBadDatumRefusesTheWholeCall() {
        try (MetricBench bench = new MetricBench()) {
            MetricDatum good = datum(d -> d.timestamp(MINUTE).value(1.0));
            MetricDatum bad = datum(d -> d.timestamp(ago(Duration.ofDays(15))).value(1.0));

            assertThatThrownBy(() ->
                            bench.client.putMetricData(
                                    put -> put.namespace("Lab").metricData(good, bad)))
                    .isInstanceOf(InvalidParameterValueException.class)
                    .hasMessageContaining("MetricData.member.2");
            assertThat(read(bench, "Sum").values()).isEmpty();
        }
    }

    @Test
    void clientsMayPlayThePartOfEc2() {
        try (MetricBench bench = new MetricBench()) {
            MetricDatum any = datum(d -> d.value(1.0));

            assertThatCode(() ->
                            bench.client.putMetricData(
                                    put -> put.namespace("AWS/EC2").metricData(any)))
                    .doesNotThrowAnyException();
        }
    }

    private static void refused(Consumer<MetricDatum.Builder> content, String partOfMessage) {
        try (MetricBench bench = new MetricBench()) {
            assertThatThrownBy(() -> put(bench, content))
                    .isInstanceOf(CloudWatchException.class)
                    .hasMessageContaining(partOfMessage);
        }
    }

    private static void put(MetricBench bench, Consumer<MetricDatum.Builder> content) {
        bench.client.putMetricData(put -> put.namespace("Lab").metricData(datum(content)));
    }

    private static MetricDatum datum(Consumer<MetricDatum.Builder> content) {
        MetricDatum.Builder datum =
                MetricDatum.builder()
                        .metricName("Jobs")
                        .dimensions(Dimension.builder().name("Room").value("12").build());
        content.accept(datum);
        return datum.build();
    }

    private static MetricDataResult read(MetricBench bench, String statistic) {
        return bench.only(ago(Duration.ofHours(1)), query("m1", JOBS, 60, statistic));
    }
}
