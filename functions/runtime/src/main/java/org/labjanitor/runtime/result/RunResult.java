package org.labjanitor.runtime.result;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;
import org.labjanitor.runtime.settings.Mode;

/**
 * What one run saw and did. Lambda's answer, reports and the terminal all show this one record.
 *
 * @param settings the settings in force, by name
 * @param examined the Regions that were looked at, which those without any resource are among
 * @param stopped why the run removed nothing although it was asked to; null where it was not
 *     stopped
 * @param continues whether time ran out and the next run goes on
 * @param apiCalls requests sent, by service and operation
 */
public record RunResult(
        String sweep,
        String runId,
        Mode mode,
        String account,
        Instant startedAt,
        Instant endedAt,
        Map<String, String> settings,
        List<String> examined,
        List<ResultItem> items,
        List<NotExamined> notExamined,
        @Nullable String stopped,
        boolean continues,
        Map<String, Long> apiCalls) {
    public RunResult {
        examined = List.copyOf(examined);
        items = List.copyOf(items);
        notExamined = List.copyOf(notExamined);
    }

    public RunStatus status() {
        if (stopped != null && mode != Mode.REPORT) {
            return RunStatus.FAILED;
        }
        if (examined.isEmpty()) {
            return RunStatus.FAILED;
        }
        boolean whole =
                notExamined.isEmpty()
                        && !continues
                        && items.stream()
                                .noneMatch(item ->
                                        item.failed() || isUnfinished(item) || unavailable(item));
        return whole ? RunStatus.COMPLETE : RunStatus.PARTIAL;
    }

    public long removable() {
        return items.stream().filter(item -> item.verdict() instanceof Removable).count();
    }

    public long kept() {
        return items.stream().filter(item -> item.verdict() instanceof Keep).count();
    }

    public long unknown() {
        return items.stream().filter(item -> item.verdict() instanceof Unknown).count();
    }

    public long with(Outcome outcome) {
        return items.stream().filter(item -> item.outcome() == outcome).count();
    }

    /** What everything that may go costs a month. */
    public Savings possibleSavings() {
        return Savings.of(
                items.stream().filter(item -> item.verdict() instanceof Removable).toList());
    }

    /** What this run saves a month, by what was observed to be gone or emptied. */
    public Savings savings() {
        return Savings.of(
                items.stream()
                        .filter(item ->
                                item.outcome() == Outcome.REMOVED
                                        || item.outcome() == Outcome.EMPTIED)
                        .toList());
    }

    private static boolean isUnfinished(ResultItem item) {
        return item.outcome() == Outcome.UNFINISHED;
    }

    private static boolean unavailable(ResultItem item) {
        return item.verdict() instanceof Unknown(UnknownReason reason, var _)
                && switch (reason) {
                    case METRICS_UNAVAILABLE,
                            LOGINS_UNAVAILABLE,
                            PROTECTION_UNAVAILABLE,
                            OWNER_UNAVAILABLE,
                            TAGS_UNAVAILABLE ->
                            true;
                    case UNREADABLE_TAG, IMPLAUSIBLE, MISSING_DATA -> false;
                };
    }
}
