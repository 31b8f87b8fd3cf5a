package org.labjanitor.simulator.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.LabClients;
import org.labjanitor.simulator.LabRegion;
import org.labjanitor.simulator.s3.bucket.Bucket;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

class StorageMetricsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private final Lab lab = Lab.builder().now(NOW).start();
    private final LabRegion region = lab.account(Lab.DEFAULT_ACCOUNT).region("us-east-1");
    private final CloudWatchClient cloudWatch =
            LabClients.pointed(
                            CloudWatchClient.builder(),
                            lab,
                            "us-east-1",
                            lab.accessKey(Lab.DEFAULT_ACCOUNT))
                    .build();

    @AfterEach
    void close() {
        cloudWatch.close();
        lab.close();
    }

    private List<Double> points(String name, String storageType) {
        MetricDataQuery query =
                MetricDataQuery.builder()
                        .id("m")
                        .metricStat(stat ->
                                stat.stat("Average")
                                        .period(86_400)
                                        .metric(metric ->
                                                metric.namespace("AWS/S3")
                                                        .metricName(name)
                                                        .dimensions(
                                                                dimension("BucketName", "measured"),
                                                                dimension(
                                                                        "StorageType",
                                                                        storageType))))
                        .build();
        return cloudWatch
                .getMetricData(r ->
                        r.metricDataQueries(query)
                                .startTime(NOW.minus(Duration.ofDays(14)))
                                .endTime(lab.clock().now()))
                .metricDataResults()
                .getFirst()
                .values();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }

    @Test
    void aBucketIsMeasuredOnceADayByStorageClass() {
        Bucket bucket = region.buckets().create("measured");
        bucket.objects().put("a", 1_000, "STANDARD", NOW);
        bucket.objects().put("b", 500, "STANDARD", NOW);
        bucket.objects().put("c", 7_000, "GLACIER", NOW);
        region.publishStorageMetrics(3);
        assertThat(points("BucketSizeBytes", "StandardStorage"))
                .containsExactly(1500d, 1500d, 1500d);
        assertThat(points("BucketSizeBytes", "GlacierStorage"))
                .containsExactly(7000d, 7000d, 7000d);
        assertThat(points("NumberOfObjects", "AllStorageTypes")).containsExactly(3d, 3d, 3d);
    }

    @Test
    void aDayThatWasPublishedKeepsWhatItHas() {
        Bucket bucket = region.buckets().create("measured");
        bucket.objects().put("a", 1_000, "STANDARD", NOW);
        region.publishStorageMetrics(2);
        bucket.objects().put("b", 1_000, "STANDARD", NOW);
        lab.clock().advance(Duration.ofDays(1));
        region.publishStorageMetrics(10);
        region.publishStorageMetrics(10);
        assertThat(points("NumberOfObjects", "AllStorageTypes")).containsExactly(2d, 1d, 1d);
    }
}
