package org.labjanitor.runtime.metrics;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.runtime.result.SentNotice;

/**
 * A run's numbers. Each of them is told by every run, as a zero where there is nothing to count, so
 * that an alarm never waits for data.
 *
 * <ul>
 *   <li>{@code Examined}, {@code Removable}: resources, and those of them that may go
 *   <li>{@code Warned}: resources that this run warned of
 *   <li>{@code Waiting}: resources that may go and stay for now, since their notice stands
 *   <li>{@code Removed}: resources seen to be gone, or emptied
 *   <li>{@code Refused}: removals that were refused, or did nothing
 *   <li>{@code NotExamined}: Regions or resources that could not be looked at
 *   <li>{@code NoticesFailed}: messages that SNS did not accept
 *   <li>{@code SavedDollarsPerMonth}, {@code PossibleDollarsPerMonth}: what is gone costs a month,
 *       and what may go; what has no known price is left out
 *   <li>{@code RunMilliseconds}: how long the run took
 *   <li>{@code Complete}: 1 where everything was examined and nothing refused, 0 otherwise
 * </ul>
 */
final class Measures {
    private final RunResult result;

    Measures(RunResult result) {
        this.result = result;
    }

    List<Measure> all() {
        return List.of(
                Measure.count("Examined", result.items().size()),
                Measure.count("Removable", result.removable()),
                Measure.count("Warned", items(this::isWarnedNow)),
                Measure.count("Waiting", items(this::isWaiting)),
                Measure.count("Removed", items(ResultItem::isSaved)),
                Measure.count("Refused", items(ResultItem::failed)),
                Measure.count("NotExamined", result.notExamined().size()),
                Measure.count("NoticesFailed", noticesFailed()),
                Measure.dollars("SavedDollarsPerMonth", result.savings().dollars()),
                Measure.dollars("PossibleDollarsPerMonth", result.possibleSavings().dollars()),
                Measure.milliseconds(
                        "RunMilliseconds",
                        Duration.between(result.startedAt(), result.endedAt()).toMillis()),
                Measure.count("Complete", result.status() == RunStatus.COMPLETE ? 1 : 0));
    }

    private long items(Predicate<ResultItem> which) {
        return result.items().stream().filter(which).count();
    }

    private boolean isWarnedNow(ResultItem item) {
        return item.warning() != null && !item.warning().noticedAt().isBefore(result.startedAt());
    }

    private boolean isWaiting(ResultItem item) {
        return item.warning() != null
                && item.verdict() instanceof Removable
                && (item.outcome() == null || item.outcome() == Outcome.NOT_REACHED);
    }

    private long noticesFailed() {
        return result.correspondence().sent().stream()
                .filter(Predicate.not(SentNotice::accepted))
                .count();
    }
}
