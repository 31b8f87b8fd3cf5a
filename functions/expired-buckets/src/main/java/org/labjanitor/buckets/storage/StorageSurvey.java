package org.labjanitor.buckets.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.labjanitor.buckets.region.RegionClients;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.price.StoragePrices;
import org.labjanitor.runtime.result.Contents;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Finds out what buckets of a Region hold by CloudWatch's daily metrics, without listing anything.
 * A figure for the report only: whether a bucket may go never depends on it.
 */
public final class StorageSurvey {
    private final StoragePrices prices;

    public StorageSurvey(StoragePrices prices) {
        this.prices = prices;
    }

    /** What each of the buckets holds, by name. */
    public Map<String, Storage> of(List<String> buckets, RegionClients clients, Instant now) {
        Map<String, Storage> storages = new HashMap<>();
        try {
            Map<StorageMetric, DailyPoint> points =
                    new StorageMetricReader(clients.cloudWatch()).read(metrics(buckets), now);
            for (String bucket : buckets) {
                storages.put(bucket, storage(bucket, clients.region(), points));
            }
        } catch (SdkException e) {
            String why =
                    AwsFailure.of("cloudwatch:GetMetricData in " + clients.region(), e).message();
            buckets.forEach(bucket -> storages.put(bucket, Storage.unknown(why)));
        }
        return storages;
    }

    private List<StorageMetric> metrics(List<String> buckets) {
        List<StorageMetric> metrics = new ArrayList<>();
        for (String bucket : buckets) {
            metrics.add(StorageMetric.objects(bucket));
            for (String type : prices.storageTypes()) {
                metrics.add(StorageMetric.size(bucket, type));
            }
        }
        return metrics;
    }

    private Storage storage(String bucket, String region, Map<StorageMetric, DailyPoint> points) {
        Map<String, DailyPoint> sizes = sizes(bucket, points);
        DailyPoint objects = points.get(StorageMetric.objects(bucket));
        if (sizes.isEmpty() && objects == null) {
            return Storage.unknown("no storage metrics yet");
        }
        Instant newest =
                sizes.values().stream()
                        .map(DailyPoint::day)
                        .max(Instant::compareTo)
                        .orElseGet(() -> Objects.requireNonNull(objects).day());
        // A class that a bucket has emptied since has older points only.
        Map<String, Long> bytes =
                sizes.entrySet().stream()
                        .filter(size -> size.getValue().day().equals(newest))
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, size -> size.getValue().value()));
        Contents contents =
                new Contents(objects == null ? 0 : objects.value(), byClass(bytes), newest);
        return new Storage(contents, prices.monthly(bytes, region), facts(contents, bytes));
    }

    private Map<String, DailyPoint> sizes(String bucket, Map<StorageMetric, DailyPoint> points) {
        Map<String, DailyPoint> sizes = new HashMap<>();
        for (String type : prices.storageTypes()) {
            DailyPoint point = points.get(StorageMetric.size(bucket, type));
            if (point != null) {
                sizes.put(type, point);
            }
        }
        return sizes;
    }

    private Map<String, Long> byClass(Map<String, Long> bytesByType) {
        Map<String, Long> byClass = new TreeMap<>();
        bytesByType.forEach(
                (type, bytes) -> byClass.merge(prices.storageClass(type), bytes, Long::sum));
        return byClass;
    }

    private List<Fact> facts(Contents contents, Map<String, Long> bytesByType) {
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new Fact(
                        "contents",
                        "%,d objects, %,d bytes".formatted(contents.objects(), contents.bytes()),
                        "CloudWatch NumberOfObjects, BucketSizeBytes",
                        contents.asOf()));
        Map<String, Integer> minimums = new TreeMap<>();
        bytesByType.forEach((type, bytes) -> {
            if (bytes > 0 && prices.leastDays(type) > 0) {
                minimums.merge(prices.storageClass(type), prices.leastDays(type), Math::max);
            }
        });
        minimums.forEach((storageClass, days) ->
                facts.add(
                        new Fact(
                                "early deletion",
                                "%s is billed for at least %d days: up to %d days of younger objects may still be billed"
                                        .formatted(storageClass, days, days),
                                "S3 storage classes",
                                null)));
        return facts;
    }
}
