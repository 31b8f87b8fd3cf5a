package org.labjanitor.buckets.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/** Reads the newest points of storage metrics of one Region, as many as fit in each call. */
final class StorageMetricReader {
    /** Queries that one GetMetricData call may hold. */
    private static final int QUERIES = 500;

    /** S3 publishes once a day, and late. */
    private static final Duration LOOK_BACK = Duration.ofDays(3);

    private final CloudWatchClient cloudWatch;

    StorageMetricReader(CloudWatchClient cloudWatch) {
        this.cloudWatch = cloudWatch;
    }

    /**
     * The newest point of each metric that has one.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException if CloudWatch does not answer
     */
    Map<StorageMetric, DailyPoint> read(List<StorageMetric> metrics, Instant now) {
        Map<StorageMetric, DailyPoint> points = new HashMap<>();
        for (int start = 0; start < metrics.size(); start += QUERIES) {
            readBatch(
                    metrics.subList(start, Math.min(metrics.size(), start + QUERIES)), now, points);
        }
        return points;
    }

    private void readBatch(
            List<StorageMetric> batch, Instant now, Map<StorageMetric, DailyPoint> points) {
        GetMetricDataRequest request = request(batch, now);
        GetMetricDataResponse page = cloudWatch.getMetricData(request);
        add(page, batch, points);
        while (page.nextToken() != null) {
            String token = page.nextToken();
            page = cloudWatch.getMetricData(request.toBuilder().nextToken(token).build());
            add(page, batch, points);
        }
    }

    private static GetMetricDataRequest request(List<StorageMetric> batch, Instant now) {
        List<MetricDataQuery> queries = new ArrayList<>();
        for (int index = 0; index < batch.size(); index++) {
            queries.add(batch.get(index).query("q" + index));
        }
        return GetMetricDataRequest.builder()
                .metricDataQueries(queries)
                .startTime(now.truncatedTo(ChronoUnit.DAYS).minus(LOOK_BACK))
                .endTime(now)
                .scanBy(ScanBy.TIMESTAMP_DESCENDING)
                .build();
    }

    private static void add(
            GetMetricDataResponse page,
            List<StorageMetric> batch,
            Map<StorageMetric, DailyPoint> points) {
        for (MetricDataResult result : page.metricDataResults()) {
            int index = Integer.parseInt(result.id().substring(1));
            int count = Math.min(result.timestamps().size(), result.values().size());
            for (int point = 0; point < count; point++) {
                points.merge(
                        batch.get(index),
                        new DailyPoint(
                                result.timestamps().get(point),
                                Math.round(result.values().get(point))),
                        (one, other) -> one.day().isBefore(other.day()) ? other : one);
            }
        }
    }
}
