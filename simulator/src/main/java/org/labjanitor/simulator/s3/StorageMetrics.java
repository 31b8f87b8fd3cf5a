package org.labjanitor.simulator.s3;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.labjanitor.simulator.cloudwatch.MetricId;
import org.labjanitor.simulator.cloudwatch.MetricStore;
import org.labjanitor.simulator.cloudwatch.Profile;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.object.ObjectSpace;

/**
 * The daily storage metrics of S3 in one account and Region (S3 User Guide, "Metrics and
 * dimensions"): bytes of every storage class, and a number of objects that counts versions and
 * delete markers. Parts of unfinished uploads, which S3 counts too, are left out.
 */
public final class StorageMetrics {
    private static final String NAMESPACE = "AWS/S3";

    private final Map<String, Instant> publishedUntil = new HashMap<>();

    /**
     * Publishes a point for each of the last full days, as if the bucket had been all the time what
     * it is now. A day that was published before keeps what it has.
     *
     * @param days how many days before today's midnight, from 1
     */
    public synchronized void publish(Bucket bucket, MetricStore store, Instant now, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("days are counted from 1, not " + days);
        }
        Instant end = now.truncatedTo(ChronoUnit.DAYS);
        Instant wished = end.minus(Duration.ofDays(days));
        Instant free = publishedUntil.getOrDefault(bucket.name(), wished);
        Instant start = free.isAfter(wished) ? free : wished;
        int points = (int) ChronoUnit.DAYS.between(start, end);
        if (points > 0) {
            seed(bucket, store, start, points);
            publishedUntil.put(bucket.name(), end);
        }
    }

    private static void seed(Bucket bucket, MetricStore store, Instant start, int points) {
        ObjectSpace objects = bucket.objects();
        objects.bytesByStorageClass()
                .forEach((storageClass, bytes) ->
                        store.seed(
                                metric("BucketSizeBytes", bucket, storageType(storageClass)),
                                start,
                                Duration.ofDays(1),
                                1,
                                Profile.constant(points, (double) bytes)));
        store.seed(
                metric("NumberOfObjects", bucket, "AllStorageTypes"),
                start,
                Duration.ofDays(1),
                1,
                Profile.constant(points, (double) (objects.versions() + objects.markers())));
    }

    private static MetricId metric(String name, Bucket bucket, String storageType) {
        return new MetricId(
                NAMESPACE, name, Map.of("BucketName", bucket.name(), "StorageType", storageType));
    }

    private static String storageType(String storageClass) {
        return switch (storageClass) {
            case "STANDARD" -> "StandardStorage";
            case "REDUCED_REDUNDANCY" -> "ReducedRedundancyStorage";
            case "STANDARD_IA" -> "StandardIAStorage";
            case "ONEZONE_IA" -> "OneZoneIAStorage";
            case "INTELLIGENT_TIERING" -> "IntelligentTieringFAStorage";
            case "GLACIER" -> "GlacierStorage";
            case "GLACIER_IR" -> "GlacierInstantRetrievalStorage";
            case "DEEP_ARCHIVE" -> "DeepArchiveStorage";
            default ->
                    throw new IllegalStateException(
                            "the lab knows no metric of the storage class " + storageClass);
        };
    }
}
