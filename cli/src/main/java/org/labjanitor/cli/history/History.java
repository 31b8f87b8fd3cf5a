package org.labjanitor.cli.history;

import java.util.List;
import org.labjanitor.runtime.price.MonthlyCost;

/**
 * What was removed, newest run first.
 *
 * @param runs runs that removed something
 * @param reports how many reports of runs that clean were read
 * @param olderReports how many more there are that nobody read
 */
public record History(List<PastRun> runs, List<NotRead> notRead, int reports, int olderReports) {
    public History {
        runs = List.copyOf(runs);
        notRead = List.copyOf(notRead);
    }

    /** Whether it tells of every run that it was asked about. */
    public boolean isWhole() {
        return notRead.isEmpty() && olderReports == 0;
    }

    public int removed() {
        return runs.stream().mapToInt(run -> run.removed().size()).sum();
    }

    public List<MonthlyCost> costs() {
        return runs.stream().flatMap(run -> run.removed().stream()).map(Removed::cost).toList();
    }
}
