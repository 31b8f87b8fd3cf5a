package org.labjanitor.buckets.sweep;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.inventory.ListedBucket;
import org.labjanitor.buckets.inventory.TagAnswer;
import org.labjanitor.buckets.inventory.TagReader;
import org.labjanitor.buckets.request.BucketsRequest;
import org.labjanitor.core.bucket.LabBucket;
import org.labjanitor.core.judge.BucketJudge;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;

/** Brings a bucket of the list to its verdict, by the tags it has now. */
final class Judging {
    private final BucketsRequest request;
    private final BucketJudge judge;
    private final TagReader tags;
    private final FirstSight firstSight;
    private final InstantSource clock;

    Judging(
            BucketsRequest request,
            LabTags labTags,
            TagReader tags,
            FirstSight firstSight,
            InstantSource clock) {
        this.request = request;
        this.judge = new BucketJudge(request.policy(), labTags);
        this.tags = tags;
        this.firstSight = firstSight;
        this.clock = clock;
    }

    JudgedBucket judge(ListedBucket listed) {
        return switch (tags.read(listed)) {
            case TagAnswer.Known(Map<String, String> known) ->
                    judge(listed.with(known), firstSight.of(listed));
            case TagAnswer.Gone _ -> JudgedBucket.gone(listed.with(Map.of()));
            case TagAnswer.Unavailable(String why) ->
                    new JudgedBucket(
                            listed.with(Map.of()),
                            new Unknown(
                                    UnknownReason.TAGS_UNAVAILABLE,
                                    Explanation.of("Its tags could not be read: " + why + ".")),
                            null,
                            false);
        };
    }

    private JudgedBucket judge(LabBucket bucket, @Nullable Instant firstSeen) {
        Verdict verdict =
                request.isSweep()
                        ? judge.judge(bucket, firstSeen, clock.instant())
                        : judgeNamed(bucket);
        return new JudgedBucket(bucket, verdict, judge.end(bucket, firstSeen).orElse(null), false);
    }

    private Verdict judgeNamed(LabBucket bucket) {
        Verdict verdict = judge.judgeNamed(bucket, clock.instant());
        return verdict instanceof Removable removable
                ? new Removable(
                        removable.reason(),
                        Explanation.of("Named outright: " + request.reason() + "."))
                : verdict;
    }
}
