package org.labjanitor.buckets.sweep;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.runtime.grace.RunGrace;
import org.labjanitor.runtime.grace.Stage;

/**
 * Picks the buckets that a run takes, and warns of the others that may go. What forbids to touch a
 * bucket is read before its owner is warned: nobody is alarmed about a bucket that stays anyway.
 */
final class Selector {
    private static final Verdict NOT_LOOKED_AT =
            new Verdict.Unknown(
                    UnknownReason.PROTECTION_UNAVAILABLE,
                    Explanation.of("Time ran out before what protects it was read."));

    private final RunGrace grace;
    private final Candidates candidates;
    private final Protections protections;

    Selector(RunGrace grace, Candidates candidates, Protections protections) {
        this.grace = grace;
        this.candidates = candidates;
        this.protections = protections;
    }

    /** Only looks: for a report, and for a picture that cannot be true. */
    Selection look(Survey survey, int allowance) {
        Map<String, Stage> stages = grace.look(candidates.of(survey.judged(), grace));
        return new Selection(picks(survey, stages, allowance, _ -> true), stages);
    }

    /** Warns owners, and picks none. */
    Selection warn(Survey survey) {
        return warn(survey, 0);
    }

    /** Warns owners, and picks of what is due already. */
    Selection warn(Survey survey, int allowance) {
        Map<String, Stage> before = grace.look(candidates.of(survey.judged(), grace));
        // First, so that the notice of one that turns out to be protected is taken back.
        List<JudgedBucket> picks = picks(survey, before, allowance, Selection::isDue);
        protections.look(
                survey.judged().stream()
                        .filter(judged -> before.get(judged.name()) instanceof Stage.Unwarned)
                        .toList());
        List<JudgedBucket> looked =
                survey.judged().stream().map(judged -> looked(judged, before)).toList();
        return new Selection(
                picks, grace.warn(candidates.of(looked, grace), survey.wholeRegions()));
    }

    /** Nobody is warned of a bucket that there was no time to look at. */
    private JudgedBucket looked(JudgedBucket judged, Map<String, Stage> before) {
        boolean mayStayAnyway =
                before.get(judged.name()) instanceof Stage.Unwarned
                        && !protections.hasLookedAt(judged);
        return mayStayAnyway ? judged.with(NOT_LOOKED_AT) : protections.newest(judged);
    }

    private List<JudgedBucket> picks(
            Survey survey, Map<String, Stage> stages, int allowance, Predicate<Stage> isOpen) {
        List<JudgedBucket> open =
                survey.judged().stream()
                        .filter(judged -> judged.removable() && isOpen.test(stage(judged, stages)))
                        .sorted(oldestFirst(stages))
                        .toList();
        return protections.look(open, allowance);
    }

    /** By their deadlines; those that have none by their ends. */
    private static Comparator<JudgedBucket> oldestFirst(Map<String, Stage> stages) {
        return Comparator.comparing((JudgedBucket judged) -> deadline(stage(judged, stages)))
                .thenComparing(judged -> judged.end() == null ? Instant.MAX : judged.end())
                .thenComparing(JudgedBucket::name);
    }

    private static Stage stage(JudgedBucket judged, Map<String, Stage> stages) {
        return stages.getOrDefault(judged.name(), new Stage.Staying());
    }

    private static Instant deadline(Stage stage) {
        return switch (stage) {
            case Stage.Due due -> due.warning().deadline();
            case Stage.Waiting waiting -> waiting.warning().deadline();
            case Stage.Staying _, Stage.Unwarned _, Stage.Immediate _ -> Instant.MAX;
        };
    }
}
