package org.labjanitor.core.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.instance.InstanceState;
import org.labjanitor.core.instance.TypeFeatures;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.core.policy.Signal;
import org.labjanitor.core.tag.EndOfLife;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.tag.UnreadableTag;
import org.labjanitor.core.time.Minutes;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;

/**
 * What an instance's age, state and type say before anyone looks at its use. Each method is one
 * reason; empty means that it does not apply.
 */
final class Lifetime {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final String DESCRIPTION = "EC2 DescribeInstances";

    private final InstancePolicy policy;
    private final LabTags tags;

    Lifetime(InstancePolicy policy, LabTags tags) {
        this.policy = policy;
        this.tags = tags;
    }

    Optional<Verdict> implausibleStart(Instance instance, Instant now) {
        Instant lastStart = instance.lastStart();
        if (lastStart == null) {
            return Standing.unknown(
                    UnknownReason.IMPLAUSIBLE, Explanation.of("EC2 gave no launch time for it."));
        }
        if (lastStart.isAfter(now.plus(CLOCK_SKEW))) {
            return Standing.unknown(
                    UnknownReason.IMPLAUSIBLE,
                    Explanation.of(
                            "Its launch time lies in the future.",
                            new Fact(
                                    "launch time",
                                    Minutes.utc(lastStart),
                                    DESCRIPTION,
                                    lastStart)));
        }
        return Optional.empty();
    }

    Optional<Verdict> unreadableEnd(Running running) {
        return end(running) instanceof EndOfLife.Unreadable(UnreadableTag tag)
                ? Standing.unknown(UnknownReason.UNREADABLE_TAG, Explanation.of(tag.sentence()))
                : Optional.empty();
    }

    Optional<Verdict> expired(Running running, Instant now) {
        if (!(end(running) instanceof EndOfLife.At at) || !at.isOver(now)) {
            return Optional.empty();
        }
        return Optional.of(
                new Verdict.Removable(
                        RemovableReason.EXPIRED,
                        Explanation.of(
                                "Its time was over at "
                                        + Minutes.utc(at.end())
                                        + ", by its tag "
                                        + at.key()
                                        + ".",
                                new Fact("tag " + at.key(), at.value(), DESCRIPTION, at.end()),
                                new Fact(
                                        "first launch",
                                        Minutes.utc(running.firstLaunch()),
                                        DESCRIPTION,
                                        running.firstLaunch()))));
    }

    private EndOfLife end(Running running) {
        return tags.endOfLife(running.instance().tags(), running.firstLaunch());
    }

    Optional<Verdict> stopped(Instance instance, Instant now) {
        if (instance.state() != InstanceState.STOPPED) {
            return Optional.empty();
        }
        Duration limit = policy.stoppedLimit();
        Instant since = instance.stoppedSince();
        if (limit == null || since == null) {
            return Standing.keep(KeepReason.STOPPED, stoppedWords(limit, since));
        }
        Duration stopped = Duration.between(since, now);
        Fact fact = new Fact("stopped since", Minutes.utc(since), DESCRIPTION, since);
        String sentence =
                "Stopped for "
                        + Phrases.length(stopped)
                        + "; the limit is "
                        + Phrases.length(limit)
                        + ".";
        Explanation explanation = Explanation.of(sentence, fact);
        return Optional.of(
                stopped.compareTo(limit) >= 0
                        ? new Verdict.Removable(RemovableReason.STOPPED_TOO_LONG, explanation)
                        : new Verdict.Keep(KeepReason.STOPPED, explanation));
    }

    private static Explanation stoppedWords(@Nullable Duration limit, @Nullable Instant since) {
        if (limit == null) {
            return Explanation.of("It is stopped, and no limit for stopped instances is set.");
        }
        return since == null
                ? Explanation.of("It is stopped, and EC2 does not say since when.")
                : Explanation.of("It is stopped since " + Minutes.utc(since) + ".");
    }

    Optional<Verdict> accelerated(Instance instance) {
        boolean watched =
                policy.signals().asked().contains(Signal.GPU)
                        && TypeFeatures.hasNvidiaGpu(instance.type());
        if (policy.acceptAccelerated() || watched || !TypeFeatures.isAccelerated(instance.type())) {
            return Optional.empty();
        }
        return Standing.keep(
                KeepReason.ACCELERATED,
                Explanation.of(
                        "A "
                                + instance.type()
                                + " has an accelerator, and its CPU can rest while that works.",
                        new Fact("type", instance.type(), DESCRIPTION, null)));
    }

    Optional<Verdict> young(Running running, Instant now) {
        Instant judged = running.lastStart().plus(policy.youngLimit());
        if (!now.isBefore(judged)) {
            return Optional.empty();
        }
        return Standing.keep(
                KeepReason.YOUNG,
                Explanation.of(
                        "Started at "
                                + Minutes.utc(running.lastStart())
                                + "; it will be judged from "
                                + Minutes.utc(judged)
                                + ".",
                        new Fact(
                                "last start",
                                Minutes.utc(running.lastStart()),
                                DESCRIPTION,
                                running.lastStart())));
    }
}
