package org.labjanitor.buckets.sweep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.labjanitor.buckets.inventory.Absence;
import org.labjanitor.buckets.inventory.BucketList;
import org.labjanitor.buckets.inventory.ListedBucket;
import org.labjanitor.buckets.progress.BucketSweepListener;
import org.labjanitor.buckets.region.RegionChoice;
import org.labjanitor.buckets.request.BucketsRequest;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.aws.ParallelCalls;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.time.TimeBudget;
import software.amazon.awssdk.core.exception.SdkException;

/** A look at the account's buckets that changes nothing: list, choose, read tags, judge. */
final class Examination {
    private static final int TAGS_AT_ONCE = 16;
    private static final Duration TIME_TO_EXAMINE = Duration.ofSeconds(30);

    private final BucketsRequest request;
    private final BucketList list;
    private final Absence absence;
    private final Judging judging;
    private final String homeRegion;
    private final TimeBudget time;
    private final BucketSweepListener listener;

    Examination(
            BucketsRequest request,
            BucketList list,
            Absence absence,
            Judging judging,
            String homeRegion,
            TimeBudget time,
            BucketSweepListener listener) {
        this.request = request;
        this.list = list;
        this.absence = absence;
        this.judging = judging;
        this.homeRegion = homeRegion;
        this.time = time;
        this.listener = listener;
    }

    Survey look() {
        try {
            List<ListedBucket> withPrefix = list.withPrefix(request.policy().namePrefix());
            List<NotExamined> notExamined = new ArrayList<>();
            return survey(withPrefix, scope(withPrefix, notExamined), notExamined);
        } catch (SdkException e) {
            return Survey.failed(
                    List.of(
                            new NotExamined(
                                    "the account's buckets",
                                    AwsFailure.of(list.call(), e).message())));
        }
    }

    private Survey survey(
            List<ListedBucket> withPrefix,
            List<ListedBucket> scope,
            List<NotExamined> notExamined) {
        RegionChoice choice =
                RegionChoice.of(
                        request.regions(),
                        homeRegion,
                        scope.stream()
                                .map(ListedBucket::region)
                                .filter(region -> !region.isEmpty())
                                .toList());
        notExamined.addAll(choice.notExamined());
        List<ListedBucket> there = inRegions(scope, choice.regions(), notExamined);
        listener.found(there.size());
        int before = notExamined.size();
        List<JudgedBucket> judged = judge(there, notExamined);
        return new Survey(
                choice.regions(),
                judged,
                (int) withPrefix.stream().filter(one -> isIn(one, choice.regions())).count(),
                notExamined,
                notExamined.size() > before);
    }

    /** The buckets that the request is about; a name that is nowhere is told. */
    private List<ListedBucket> scope(List<ListedBucket> withPrefix, List<NotExamined> notExamined) {
        if (request.mentioned().isEmpty()) {
            return withPrefix;
        }
        Set<String> listed =
                withPrefix.stream().map(ListedBucket::name).collect(Collectors.toSet());
        Set<String> wanted = new HashSet<>(request.mentioned());
        List<ListedBucket> scope =
                new ArrayList<>(
                        withPrefix.stream().filter(one -> wanted.contains(one.name())).toList());
        for (String name : request.mentioned()) {
            if (!listed.contains(name)) {
                list.named(name)
                        .ifPresentOrElse(
                                scope::add,
                                () -> notExamined.add(new NotExamined(name, absence.of(name))));
            }
        }
        return scope;
    }

    private List<ListedBucket> inRegions(
            List<ListedBucket> scope, List<String> regions, List<NotExamined> notExamined) {
        if (!request.mentioned().isEmpty()) {
            scope.stream()
                    .filter(bucket -> !isIn(bucket, regions))
                    .forEach(bucket ->
                            notExamined.add(
                                    new NotExamined(
                                            bucket.name(),
                                            "it is in %s, where this run was not asked to look"
                                                    .formatted(bucket.region()))));
        }
        return scope.stream().filter(bucket -> isIn(bucket, regions)).toList();
    }

    /** A bucket whose Region is not known is looked at wherever it is, and kept. */
    private static boolean isIn(ListedBucket bucket, List<String> regions) {
        return bucket.region().isEmpty() || regions.contains(bucket.region());
    }

    private List<JudgedBucket> judge(List<ListedBucket> buckets, List<NotExamined> notExamined) {
        AtomicInteger done = new AtomicInteger();
        List<Callable<Optional<JudgedBucket>>> calls = new ArrayList<>();
        for (ListedBucket bucket : buckets) {
            calls.add(() -> {
                if (!time.hasLeft(TIME_TO_EXAMINE)) {
                    return Optional.empty();
                }
                JudgedBucket judged = judging.judge(bucket);
                listener.judged(done.incrementAndGet(), buckets.size());
                return Optional.of(judged);
            });
        }
        List<Optional<JudgedBucket>> answers = new ParallelCalls(TAGS_AT_ONCE).all(calls);
        long missed = answers.stream().filter(Optional::isEmpty).count();
        if (missed > 0) {
            notExamined.add(
                    new NotExamined(
                            missed + " of " + buckets.size() + " buckets",
                            "time ran out; the next run goes on"));
        }
        return answers.stream().flatMap(Optional::stream).toList();
    }
}
