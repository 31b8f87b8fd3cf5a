package org.labjanitor.core.judge;

import java.time.Instant;
import java.util.Optional;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.instance.Ownership;
import org.labjanitor.core.instance.Protection;
import org.labjanitor.core.tag.KeepTag;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.time.Minutes;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;

/**
 * The reasons to leave an instance alone whatever it does, and even if a person named it. Each
 * method is one reason; empty means that it does not apply.
 */
final class Standing {
    private static final String DESCRIPTION = "EC2 DescribeInstances";
    private static final String ATTRIBUTES = "EC2 DescribeInstanceAttribute";

    private final LabTags tags;

    Standing(LabTags tags) {
        this.tags = tags;
    }

    Optional<Verdict> notLab(Instance instance) {
        if (tags.lab(instance.tags()).isPresent()) {
            return Optional.empty();
        }
        return keep(
                KeepReason.NOT_LAB,
                Explanation.of("Not a lab instance: it has no tag " + tags.labKey() + "."));
    }

    Optional<Verdict> notRunning(Instance instance) {
        return switch (instance.state()) {
            case PENDING, STOPPING, SHUTTING_DOWN, TERMINATED ->
                    keep(
                            KeepReason.NOT_RUNNING,
                            Explanation.of(
                                    "It is " + stateName(instance) + ".", stateFact(instance)));
            case RUNNING, STOPPED, UNKNOWN -> Optional.empty();
        };
    }

    Optional<Verdict> keepTag(Instance instance, Instant now) {
        KeepTag keep = tags.keep(instance.tags());
        if (!keep.holdsAt(now)) {
            return Optional.empty();
        }
        String until =
                keep instanceof KeepTag.Until(Instant end) ? " until " + Minutes.utc(end) : "";
        String value = instance.tag(tags.keepKey()).orElse("");
        return keep(
                KeepReason.KEEP_TAG,
                Explanation.of(
                        "Its tag " + tags.keepKey() + " keeps it" + until + ".",
                        new Fact("tag " + tags.keepKey(), value, DESCRIPTION, null)));
    }

    Optional<Verdict> unreadableKeep(Instance instance) {
        return tags.keep(instance.tags()) instanceof KeepTag.Unreadable(var tag)
                ? unknown(UnknownReason.UNREADABLE_TAG, Explanation.of(tag.sentence()))
                : Optional.empty();
    }

    Optional<Verdict> owned(Instance instance) {
        return Ownership.of(instance).flatMap(Standing::owned);
    }

    /** The owner that can be got out of the way by cancelling it first. */
    Optional<Verdict> persistentSpot(Instance instance) {
        return Ownership.persistentSpotRequest(instance).flatMap(Standing::owned);
    }

    private static Optional<Verdict> owned(Ownership ownership) {
        return keep(
                KeepReason.OWNED,
                Explanation.of(
                        "It belongs to " + ownership.owner() + ", which is the one to act on.",
                        new Fact("owner", ownership.owner(), ownership.sign(), null)));
    }

    Optional<Verdict> unreadSpotRequest(Instance instance) {
        if (!Ownership.isSpotRequestUnread(instance)) {
            return Optional.empty();
        }
        return unknown(
                UnknownReason.OWNER_UNAVAILABLE,
                Explanation.of(
                        "The Spot request behind it could not be read; a persistent one would start"
                                + " another instance."));
    }

    /** Protection is asked for by others, and only for what is about to go. */
    Optional<Verdict> protection(InstanceEvidence evidence) {
        return evidence.protection().flatMap(Standing::protection);
    }

    private static Optional<Verdict> protection(Protection protection) {
        return switch (protection) {
            case Protection.Known(boolean termination, boolean stop) ->
                    protectedBy(termination, stop);
            case Protection.Unavailable(String why) ->
                    unknown(
                            UnknownReason.PROTECTION_UNAVAILABLE,
                            Explanation.of("Its protection could not be read: " + why));
        };
    }

    private static Optional<Verdict> protectedBy(boolean termination, boolean stop) {
        if (!termination && !stop) {
            return Optional.empty();
        }
        String attribute = termination ? "DisableApiTermination" : "DisableApiStop";
        return keep(
                KeepReason.PROTECTED,
                Explanation.of(
                        (termination ? "Termination" : "Stop") + " protection is on.",
                        new Fact(attribute, "true", ATTRIBUTES, null)));
    }

    Optional<Verdict> unknownState(Instance instance) {
        return switch (instance.state()) {
            case UNKNOWN ->
                    unknown(
                            UnknownReason.IMPLAUSIBLE,
                            Explanation.of("EC2 names a state that is not known here."));
            default -> Optional.empty();
        };
    }

    private static String stateName(Instance instance) {
        return switch (instance.state()) {
            case PENDING -> "just starting";
            case STOPPING -> "just stopping";
            case SHUTTING_DOWN -> "shutting down already";
            case TERMINATED -> "terminated already";
            case RUNNING -> "running";
            case STOPPED -> "stopped";
            case UNKNOWN -> "in an unknown state";
        };
    }

    private static Fact stateFact(Instance instance) {
        return new Fact("state", stateName(instance), DESCRIPTION, null);
    }

    static Optional<Verdict> keep(KeepReason reason, Explanation explanation) {
        return Optional.of(new Verdict.Keep(reason, explanation));
    }

    static Optional<Verdict> unknown(UnknownReason reason, Explanation explanation) {
        return Optional.of(new Verdict.Unknown(reason, explanation));
    }
}
