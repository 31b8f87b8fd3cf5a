package org.labjanitor.buckets.storage;

import java.time.Duration;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/**
 * One of S3's daily storage metrics of a bucket (S3 user guide, metrics and dimensions).
 *
 * @param metric {@code BucketSizeBytes} or {@code NumberOfObjects}
 * @param storageType the dimension of that name
 */
record StorageMetric(String bucket, String metric, String storageType) {
    static final String ALL_TYPES = "AllStorageTypes";

    private static final Duration PERIOD = Duration.ofDays(1);

    static StorageMetric size(String bucket, String storageType) {
        return new StorageMetric(bucket, "BucketSizeBytes", storageType);
    }

    static StorageMetric objects(String bucket) {
        return new StorageMetric(bucket, "NumberOfObjects", ALL_TYPES);
    }

    MetricDataQuery query(String id) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat ->
                        stat.metric(of ->
                                        of.namespace("AWS/S3")
                                                .metricName(metric)
                                                .dimensions(
                                                        dimension("BucketName", bucket),
                                                        dimension("StorageType", storageType)))
                                .stat("Average")
                                .period(Math.toIntExact(PERIOD.toSeconds())))
                .build();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }
}
