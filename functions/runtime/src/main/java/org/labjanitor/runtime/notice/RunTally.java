package org.labjanitor.runtime.notice;

import java.util.List;
import org.labjanitor.runtime.result.Correspondence;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.SentNotice;
import org.labjanitor.runtime.result.SentNotice.Kind;

/** What of a run a digest counts beyond what the result counts itself. */
final class RunTally {
    private final RunResult result;

    RunTally(RunResult result) {
        this.result = result;
    }

    long stillToGo() {
        return result.items().stream().filter(ResultItem::isStillToGo).count();
    }

    long waiting() {
        return result.items().stream()
                .filter(item -> item.isStillToGo() && item.warning() != null)
                .count();
    }

    long goneWithout() {
        return result.with(Outcome.GONE_ALREADY) + result.correspondence().departed().size();
    }

    List<SentNotice> unaccepted() {
        return result.correspondence().sent().stream()
                .filter(notice -> !notice.accepted())
                .toList();
    }

    /** Resources that an accepted message of the kind speaks of. */
    long told(Kind kind) {
        Correspondence correspondence = result.correspondence();
        return correspondence.sent().stream()
                .filter(notice -> notice.kind() == kind && notice.accepted())
                .mapToLong(SentNotice::items)
                .sum();
    }
}
