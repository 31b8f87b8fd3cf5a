package org.labjanitor.runtime.result;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
 * @param correspondence what owners were told and what the ledger says of it
 * @param report where the run's report is, such as {@code s3://bucket/reports/a.html}; null where
 *     none was written
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
        Map<String, Long> apiCalls,
        Correspondence correspondence,
        @Nullable String report)
        implements RunRecord {
    /** A run whose report is not written yet. */
    public RunResult(
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
            Map<String, Long> apiCalls,
            Correspondence correspondence) {
        this(
                sweep,
                runId,
                mode,
                account,
                startedAt,
                endedAt,
                settings,
                examined,
                items,
                notExamined,
                stopped,
                continues,
                apiCalls,
                correspondence,
                null);
    }

    public RunResult {
        examined = List.copyOf(examined);
        items = List.copyOf(items);
        notExamined = List.copyOf(notExamined);
    }

    /** The same result, whose report is there. */
    public RunResult withReport(String location) {
        return with(notExamined, correspondence, location);
    }

    /** The same result, which told people something more. */
    public RunResult and(List<SentNotice> more) {
        List<SentNotice> sent = new ArrayList<>(correspondence.sent());
        sent.addAll(more);
        return with(
                notExamined,
                new Correspondence(sent, correspondence.departed(), correspondence.total()),
                report);
    }

    /** The same result, narrowed to some of its items. */
    public RunResult only(Predicate<ResultItem> wanted) {
        return new RunResult(
                sweep,
                runId,
                mode,
                account,
                startedAt,
                endedAt,
                settings,
                examined,
                items.stream().filter(wanted).toList(),
                notExamined,
                stopped,
                continues,
                apiCalls,
                correspondence,
                report);
    }

    /** The same result with one thing more that could not be had. */
    public RunResult and(NotExamined gap) {
        List<NotExamined> gaps = new ArrayList<>(notExamined);
        gaps.add(gap);
        return with(gaps, correspondence, report);
    }

    private RunResult with(
            List<NotExamined> gaps, Correspondence words, @Nullable String location) {
        return new RunResult(
                sweep, runId, mode, account, startedAt, endedAt, settings, examined, items, gaps,
                stopped, continues, apiCalls, words, location);
    }

    @Override
    public void writeAnswer(OutputStream out) throws IOException {
        ResultJson.withLimit(ResultJson.LAMBDA_LIMIT).write(this, out);
    }

    @Override
    public void writeWhole(OutputStream out) throws IOException {
        ResultJson.whole().write(this, out);
    }

    @Override
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
                        && correspondence.allAccepted()
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
        return Savings.of(items.stream().filter(ResultItem::isSaved).toList());
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
