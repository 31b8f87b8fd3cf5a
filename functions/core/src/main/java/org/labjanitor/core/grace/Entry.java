package org.labjanitor.core.grace;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;

/**
 * What is remembered of one resource between two runs. Every method gives the entry as it is
 * afterwards; doing the same again changes nothing more, so that a run may repeat itself on an
 * entry that another run has changed.
 *
 * @param firstSeen when a run saw it for the first time
 * @param claim the run that is removing it, or died over it; null: none
 * @param tried whether a removal was begun whose end nobody saw: if it is gone, that was us
 */
public record Entry(Instant firstSeen, Course course, @Nullable Claim claim, boolean tried) {
    /** A resource that was never seen before. */
    public static Entry firstSeen(Instant now) {
        return new Entry(now, new Course.Seen(), null, false);
    }

    /** The notice that stands. */
    public Optional<Notice> notice() {
        return course instanceof Course.Warned(var _, Notice notice)
                ? Optional.of(notice)
                : Optional.empty();
    }

    /** Whether a run that may still be at work has claimed it. */
    public boolean isTaken(Instant now) {
        return claim != null && claim.isAlive(now);
    }

    public boolean isHeldBy(String holder) {
        return claim != null && claim.holder().equals(holder);
    }

    /** Whether a removal was begun, and nobody who could tell its end is still at work. */
    public boolean isLeftBehind(Instant now) {
        return claim == null ? tried : !claim.isAlive(now);
    }

    /** Whether its entry says no more than that it was seen. */
    public boolean isMereSight() {
        return course instanceof Course.Seen && claim == null && !tried;
    }

    /**
     * Takes in a new verdict. One that keeps takes the notice back; one that is unknown, or a state
     * that is between two others, changes nothing. What another run has claimed is left alone.
     */
    public Entry judged(Verdict verdict, Instant now) {
        if (isTaken(now)) {
            return this;
        }
        return switch (verdict) {
            case Removable _ ->
                    course instanceof Course.Seen ? with(new Course.Unwarned(now)) : this;
            case Keep(KeepReason reason, var _) -> reason == KeepReason.NOT_RUNNING ? this : kept();
            case Unknown _ -> this;
        };
    }

    /** Whether its owner is to be warned before anything happens to it. */
    public boolean needsNotice(GraceRules rules, Instant now) {
        return !isTaken(now)
                && switch (course) {
                    case Course.Seen _, Course.Unwarned _, Course.Withdrawn _ -> true;
                    case Course.Warned(var _, Notice notice) -> rules.isStale(notice, now);
                    case Course.Ended _ -> false;
                };
    }

    /** Writes a notice down, unless one stands already: that one's deadline holds. */
    public Entry warned(Notice notice, GraceRules rules, Instant now) {
        if (!needsNotice(rules, now)) {
            return this;
        }
        Instant since =
                switch (course) {
                    case Course.Unwarned(Instant first) -> first;
                    case Course.Warned(Instant first, var _) -> first;
                    case Course.Seen _, Course.Withdrawn _, Course.Ended _ -> now;
                };
        return with(new Course.Warned(since, notice));
    }

    /** Its owner knows that it stays. */
    public Entry withdrawalTold() {
        return course instanceof Course.Withdrawn ? with(new Course.Seen()) : this;
    }

    /** What it waits for, if it may go. */
    public Readiness readiness(GraceRules rules, Instant now) {
        if (claim != null && claim.isAlive(now)) {
            return new Readiness.Taken(notice().orElse(null), claim);
        }
        return notice().map(notice -> rules.readiness(notice, now))
                .orElseGet(Readiness.NoNotice::new);
    }

    /** Marks it as being removed; a dead run's claim is taken over, and not forgotten. */
    public Entry claimed(Claim by) {
        return isHeldBy(by.holder())
                ? this
                : new Entry(firstSeen, course, by, tried || claim != null);
    }

    /** The holder lets go of it: the notice stands, and another run may claim it. */
    public Entry released(String holder) {
        return isHeldBy(holder) ? new Entry(firstSeen, course, null, tried) : this;
    }

    /** The holder lets go of it after a removal whose end it did not see. */
    public Entry releasedAfterTrying(String holder) {
        return isHeldBy(holder) ? new Entry(firstSeen, course, null, true) : this;
    }

    /** It is removed and counted. */
    public Entry ended(Instant now, String how) {
        return new Entry(firstSeen, new Course.Ended(now, how), null, false);
    }

    private Entry kept() {
        Course next =
                switch (course) {
                    case Course.Unwarned _ -> new Course.Seen();
                    case Course.Warned(var _, Notice notice) -> new Course.Withdrawn(notice);
                    case Course.Seen _, Course.Withdrawn _, Course.Ended _ -> course;
                };
        return new Entry(firstSeen, next, null, false);
    }

    private Entry with(Course next) {
        return new Entry(firstSeen, next, claim, tried);
    }
}
