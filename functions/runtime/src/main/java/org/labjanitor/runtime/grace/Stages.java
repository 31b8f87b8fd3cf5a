package org.labjanitor.runtime.grace;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.labjanitor.core.grace.Claim;
import org.labjanitor.core.grace.Entry;
import org.labjanitor.core.grace.Notice;
import org.labjanitor.core.grace.Readiness;
import org.labjanitor.core.hours.WorkingHours;
import org.labjanitor.core.time.Minutes;
import org.labjanitor.core.verdict.Verdict.Unknown;
import org.labjanitor.runtime.ledger.LedgerBook;
import org.labjanitor.runtime.ledger.LedgerEntry;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Warning;

/** Says how far candidates are, and what each of them waits for. */
final class Stages {
    private final GraceRun run;

    Stages(GraceRun run) {
        this.run = run;
    }

    /**
     * The stage of a candidate by its Region's ledger.
     *
     * @param unwarned why no notice was sent where one is due
     */
    Stage of(Candidate candidate, LedgerBook book, Function<Candidate, String> unwarned) {
        Optional<Entry> entry = book.ledger().entry(candidate.id()).map(LedgerEntry::entry);
        Optional<Notice> notice = entry.flatMap(Entry::notice);
        if (!candidate.removable()) {
            return staying(candidate, notice);
        }
        Optional<String> trouble = book.trouble();
        if (trouble.isPresent()) {
            return held(
                    notice,
                    "the ledger of %s cannot be used: %s".formatted(book.region(), trouble.get()));
        }
        return entry.map(known -> known.readiness(run.rules(), run.now()))
                .map(readiness -> of(readiness, candidate, unwarned))
                .orElseGet(() -> new Stage.Unwarned(unwarned.apply(candidate)));
    }

    private static Stage staying(Candidate candidate, Optional<Notice> notice) {
        return candidate.verdict() instanceof Unknown && notice.isPresent()
                ? new Stage.Waiting(
                        warning(notice.get()),
                        "its evidence carries no verdict now; the notice stands")
                : new Stage.Staying();
    }

    private Stage of(
            Readiness readiness, Candidate candidate, Function<Candidate, String> unwarned) {
        return switch (readiness) {
            case Readiness.NoNotice _ -> new Stage.Unwarned(unwarned.apply(candidate));
            case Readiness.Stale(Notice notice) ->
                    new Stage.Unwarned(
                            "the notice of %s is older than %d days, and %s"
                                    .formatted(
                                            Minutes.utc(notice.acceptedAt()),
                                            run.rules().noticeLimit().toDays(),
                                            unwarned.apply(candidate)));
            case Readiness.Taken taken -> held(taken.notice(), beingRemoved(taken.claim()));
            case Readiness.InGrace(Notice notice) ->
                    new Stage.Waiting(
                            warning(notice),
                            "its grace lasts until " + Minutes.utc(notice.deadline()));
            case Readiness.OutsideHours(Notice notice, Instant opens) ->
                    new Stage.Waiting(warning(notice), "removals happen next from " + local(opens));
            case Readiness.Due(Notice notice) -> new Stage.Due(warning(notice));
        };
    }

    private static String beingRemoved(Claim claim) {
        return "run %s has been removing it since %s"
                .formatted(claim.runId(), Minutes.utc(claim.at()));
    }

    private static Stage held(Optional<Notice> notice, String why) {
        return notice.<Stage>map(standing -> new Stage.Waiting(warning(standing), why))
                .orElseGet(() -> new Stage.Unwarned(why));
    }

    private static Warning warning(Notice notice) {
        return new Warning(notice.acceptedAt(), notice.deadline());
    }

    private String local(Instant opens) {
        WorkingHours hours = run.rules().hours();
        return hours == null ? Minutes.utc(opens) : Minutes.in(hours.zone(), opens);
    }
}
