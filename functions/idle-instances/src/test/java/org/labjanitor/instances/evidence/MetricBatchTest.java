package org.labjanitor.instances.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.labjanitor.core.metric.Metric;
import org.labjanitor.core.metric.MetricQuery;
import org.labjanitor.core.metric.Statistic;

class MetricBatchTest {
    private static final Instant END = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void fillsAPageOfAFortnightOfHoursWithThreeHundredSeries() {
        List<MetricBatch> batches =
                MetricBatch.pack(queries(1_000, Duration.ofHours(1), Duration.ofDays(14), 0));

        assertThat(batches)
                .extracting(batch -> batch.queries().size())
                .containsExactly(300, 300, 300, 100);
    }

    @Test
    void takesFiveHundredSeriesAtTheMost() {
        List<MetricBatch> batches =
                MetricBatch.pack(queries(1_001, Duration.ofHours(1), Duration.ofHours(24), 0));

        assertThat(batches)
                .extracting(batch -> batch.queries().size())
                .containsExactly(500, 500, 1);
    }

    @Test
    void countsTheWidestRangeForEverySeriesOfACall() {
        List<MetricBatch> batches =
                MetricBatch.pack(queries(400, Duration.ofMinutes(5), Duration.ofHours(1), 1));

        for (MetricBatch batch : batches) {
            long points =
                    Duration.between(batch.from(), batch.to()).dividedBy(Duration.ofMinutes(5))
                            * batch.queries().size();
            assertThat(points).isLessThanOrEqualTo(MetricBatch.POINTS);
        }
        assertThat(batches.stream().mapToInt(batch -> batch.queries().size()).sum()).isEqualTo(400);
    }

    @Test
    void needsNoCallForNoQuestion() {
        assertThat(MetricBatch.pack(List.of())).isEmpty();
    }

    private static List<InstanceQuery> queries(
            int count, Duration period, Duration range, int hoursApart) {
        List<InstanceQuery> queries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant to = END.minus(Duration.ofHours((long) i * hoursApart));
            queries.add(
                    new InstanceQuery(
                            "i-%017x".formatted(i),
                            new MetricQuery(
                                    Metric.CPU_UTILIZATION,
                                    Statistic.MAXIMUM,
                                    period,
                                    to.minus(range),
                                    to)));
        }
        return queries;
    }
}
