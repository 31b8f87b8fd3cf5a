package org.labjanitor.simulator.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.labjanitor.simulator.cloudwatch.MetricBench.ago;
import static org.labjanitor.simulator.cloudwatch.MetricBench.cpu;
import static org.labjanitor.simulator.cloudwatch.MetricBench.hourlyCpu;
import static org.labjanitor.simulator.cloudwatch.MetricBench.query;
import static org.labjanitor.simulator.cloudwatch.MetricBench.since;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.InvalidNextTokenException;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

class MetricPagingTest {
    private static final Duration FORTNIGHT = Duration.ofDays(14);

    @Test
    void aSeriesThatDoesNotFitIsPartialUntilItsLastPage() {
        try (MetricBench bench = new MetricBench()) {
            seedHours(bench, 2);
            GetMetricDataRequest asked =
                    since(ago(Duration.ofHours(10)), hourlyCpu(2)).maxDatapoints(7).build();

            List<GetMetricDataResponse> pages =
                    bench.client.getMetricDataPaginator(asked).stream().toList();

            assertThat(pages)
                    .extracting(MetricPagingTest::shape)
                    .containsExactly(
                            List.of("m0 PartialData 7"),
                            List.of("m0 Complete 3", "m1 PartialData 4"),
                            List.of("m1 Complete 6"));
            assertThat(merged(pages).get("m0"))
                    .containsExactly(9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0, 0.0);
        }
    }

    @Test
    void aPageEndsAt100800PointsWhenNobodyAsksForLess() {
        try (MetricBench bench = new MetricBench()) {
            for (int i = 0; i < 301; i++) {
                bench.metrics.seed(
                        cpu("i-" + i),
                        ago(FORTNIGHT),
                        Duration.ofHours(1),
                        60,
                        Profile.constant(336, i));
            }

            List<GetMetricDataResponse> pages =
                    bench
                            .client
                            .getMetricDataPaginator(since(ago(FORTNIGHT), hourlyCpu(301)).build())
                            .stream()
                            .toList();

            assertThat(pages).hasSize(2);
            assertThat(pages.getFirst().metricDataResults())
                    .hasSize(300)
                    .allMatch(result -> result.statusCode() == StatusCode.COMPLETE)
                    .allMatch(result -> result.values().size() == 336);
            assertThat(pages.getLast().metricDataResults())
                    .extracting(MetricDataResult::id)
                    .containsExactly("m300");
        }
    }

    @Test
    void anAnswerThatFillsItsPageExactlyHasNoToken() {
        try (MetricBench bench = new MetricBench()) {
            seedHours(bench, 2);

            GetMetricDataResponse page =
                    bench.client.getMetricData(
                            since(ago(Duration.ofHours(10)), hourlyCpu(2))
                                    .maxDatapoints(20)
                                    .build());

            assertThat(page.nextToken()).isNull();
            assertThat(shape(page)).containsExactly("m0 Complete 10", "m1 Complete 10");
        }
    }

    @Test
    void pagesDoNotShiftWhenTheClockIsTurnedMeanwhile() {
        try (MetricBench bench = new MetricBench()) {
            bench.metrics.seedDetailed(
                    cpu("i-1"), ago(FORTNIGHT), Profile.generated(14 * 1440, i -> i));
            GetMetricDataRequest asked =
                    since(ago(FORTNIGHT), query("m1", cpu("i-1"), 60, "Average"))
                            .endTime(ago(FORTNIGHT).plus(Duration.ofMinutes(4)))
                            .maxDatapoints(2)
                            .build();
            GetMetricDataResponse first = bench.client.getMetricData(asked);

            bench.lab.clock().advance(Duration.ofDays(2));
            GetMetricDataResponse second =
                    bench.client.getMetricData(
                            asked.toBuilder().nextToken(first.nextToken()).build());

            assertThat(second.metricDataResults().getFirst().values()).containsExactly(1.0, 0.0);
        }
    }

    @Test
    void aTokenThatTheLabNeverGaveOutIsRefused() {
        try (MetricBench bench = new MetricBench()) {
            GetMetricDataRequest asked =
                    since(ago(FORTNIGHT), hourlyCpu(1)).nextToken("AAAA").build();

            assertThatThrownBy(() -> bench.client.getMetricData(asked))
                    .isInstanceOfSatisfying(
                            InvalidNextTokenException.class,
                            e ->
                                    assertThat(e.awsErrorDetails().errorCode())
                                            .isEqualTo("InvalidNextToken"));
        }
    }

    @Test
    void aTokenIsGoodForItsOwnRequestOnly() {
        try (MetricBench bench = new MetricBench()) {
            seedHours(bench, 2);
            Instant start = ago(Duration.ofHours(10));
            GetMetricDataResponse first =
                    bench.client.getMetricData(since(start, hourlyCpu(2)).maxDatapoints(7).build());
            GetMetricDataRequest other =
                    since(start, hourlyCpu(1)).nextToken(first.nextToken()).build();

            assertThatThrownBy(() -> bench.client.getMetricData(other))
                    .isInstanceOf(InvalidNextTokenException.class);
        }
    }

    @Test
    void tenThousandMachinesAreReadInSeconds() {
        try (MetricBench bench = new MetricBench()) {
            for (int i = 0; i < 10_000; i++) {
                int machine = i;
                bench.metrics.seedBasic(
                        cpu("i-" + i),
                        ago(FORTNIGHT),
                        Profile.generated(4032, point -> (machine + point) % 100));
            }
            List<Integer> sizes = new ArrayList<>();
            for (int first = 0; first < 10_000; first += 300) {
                sizes.add(pointsOf300(bench, first));
            }

            assertThat(sizes).hasSize(34).startsWith(100_800);
            assertThat(sizes.stream().mapToInt(size -> size).sum()).isEqualTo(3_360_000);
        }
    }

    private static int pointsOf300(MetricBench bench, int first) {
        var queries =
                IntStream.range(first, Math.min(first + 300, 10_000))
                        .mapToObj(i -> query("m" + i, cpu("i-" + i), 3600, "Maximum"))
                        .toList();
        GetMetricDataResponse page =
                bench.client.getMetricData(
                        since(ago(FORTNIGHT)).metricDataQueries(queries).build());
        assertThat(page.nextToken()).isNull();
        return page.metricDataResults().stream().mapToInt(r -> r.values().size()).sum();
    }

    private static void seedHours(MetricBench bench, int instances) {
        for (int i = 0; i < instances; i++) {
            bench.metrics.seed(
                    cpu("i-" + i),
                    ago(Duration.ofHours(10)),
                    Duration.ofHours(1),
                    60,
                    Profile.generated(10, hour -> hour));
        }
    }

    private static List<String> shape(GetMetricDataResponse page) {
        return page.metricDataResults().stream()
                .map(r -> r.id() + " " + r.statusCodeAsString() + " " + r.values().size())
                .toList();
    }

    private static Map<String, List<Double>> merged(List<GetMetricDataResponse> pages) {
        Map<String, List<Double>> values = new TreeMap<>();
        pages.stream()
                .flatMap(page -> page.metricDataResults().stream())
                .forEach(result ->
                        values.computeIfAbsent(result.id(), id -> new ArrayList<>())
                                .addAll(result.values()));
        return values;
    }
}
