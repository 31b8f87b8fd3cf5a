package org.labjanitor.buckets.sweep;

import static org.labjanitor.runtime.settings.Settings.ALL_REGIONS;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.labjanitor.buckets.inventory.Absence;
import org.labjanitor.buckets.inventory.BucketList;
import org.labjanitor.buckets.inventory.ListedBucket;
import org.labjanitor.buckets.region.RegionChoice;
import org.labjanitor.buckets.request.BucketsRequest;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.result.NotExamined;
import software.amazon.awssdk.core.exception.SdkException;

/** Finds the buckets that a request is about, wherever they are, by the account's list alone. */
final class Scope {
    private final BucketsRequest request;
    private final BucketList list;
    private final Absence absence;
    private final String homeRegion;

    Scope(BucketsRequest request, BucketList list, Absence absence, String homeRegion) {
        this.request = request;
        this.list = list;
        this.absence = absence;
        this.homeRegion = homeRegion;
    }

    /** Regions that the request speaks of; where it speaks of all, those that have buckets. */
    List<String> regions() {
        return request.regions().contains(ALL_REGIONS)
                ? list().regions()
                : RegionChoice.of(request.regions(), homeRegion, List.of()).regions();
    }

    /** The buckets; a list that cannot be had, and a name that is nowhere, is told in it. */
    Listing list() {
        try {
            List<ListedBucket> withPrefix = list.withPrefix(request.policy().namePrefix());
            List<NotExamined> notExamined = new ArrayList<>();
            return listing(withPrefix, mentioned(withPrefix, notExamined), notExamined);
        } catch (SdkException e) {
            return Listing.failed(
                    new NotExamined(
                            "the account's buckets", AwsFailure.of(list.call(), e).message()));
        }
    }

    private Listing listing(
            List<ListedBucket> withPrefix,
            List<ListedBucket> mentioned,
            List<NotExamined> notExamined) {
        RegionChoice choice =
                RegionChoice.of(
                        request.regions(),
                        homeRegion,
                        mentioned.stream()
                                .map(ListedBucket::region)
                                .filter(region -> !region.isEmpty())
                                .toList());
        notExamined.addAll(choice.notExamined());
        return new Listing(
                choice.regions(),
                inRegions(mentioned, choice.regions(), notExamined),
                (int) withPrefix.stream().filter(one -> isIn(one, choice.regions())).count(),
                request.mentioned().isEmpty(),
                notExamined);
    }

    /** The buckets that the request is about; a name that is nowhere is told. */
    private List<ListedBucket> mentioned(
            List<ListedBucket> withPrefix, List<NotExamined> notExamined) {
        if (request.mentioned().isEmpty()) {
            return withPrefix;
        }
        Set<String> listed =
                withPrefix.stream().map(ListedBucket::name).collect(Collectors.toSet());
        Set<String> wanted = new HashSet<>(request.mentioned());
        List<ListedBucket> mentioned =
                new ArrayList<>(
                        withPrefix.stream().filter(one -> wanted.contains(one.name())).toList());
        for (String name : request.mentioned()) {
            if (!listed.contains(name)) {
                list.named(name)
                        .ifPresentOrElse(
                                mentioned::add,
                                () -> notExamined.add(new NotExamined(name, absence.of(name))));
            }
        }
        return mentioned;
    }

    private List<ListedBucket> inRegions(
            List<ListedBucket> mentioned, List<String> regions, List<NotExamined> notExamined) {
        if (!request.mentioned().isEmpty()) {
            mentioned.stream()
                    .filter(bucket -> !isIn(bucket, regions))
                    .forEach(bucket ->
                            notExamined.add(
                                    new NotExamined(
                                            bucket.name(),
                                            "it is in %s, where this run was not asked to look"
                                                    .formatted(bucket.region()))));
        }
        return mentioned.stream().filter(bucket -> isIn(bucket, regions)).toList();
    }

    /** A bucket whose Region is not known is looked at wherever it is, and kept. */
    private static boolean isIn(ListedBucket bucket, List<String> regions) {
        return bucket.region().isEmpty() || regions.contains(bucket.region());
    }
}
