package org.labjanitor.cli.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.labjanitor.buckets.emptying.StopSignal;
import org.labjanitor.buckets.progress.BucketSweepListener;
import org.labjanitor.cli.buckets.BucketSweeper;
import org.labjanitor.cli.buckets.BucketsDocument;
import org.labjanitor.cli.report.RunReport;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.simulator.Lab;

/** The demo's chapters about buckets. */
final class BucketStory {
    private static final List<String> STAYING =
            List.of(
                    BucketCast.KEPT,
                    BucketCast.LOCKED,
                    BucketCast.WEBSITE,
                    BucketCast.DENIED,
                    BucketCast.CURRENT);

    private final Lab lab;
    private final String account;
    private final Narrator narrator;
    private final AwsConnection connection;
    private final BucketSweeper sweeper;

    BucketStory(Lab lab, String account, Narrator narrator, AwsConnection connection) {
        this.lab = lab;
        this.account = account;
        this.narrator = narrator;
        this.connection = connection;
        this.sweeper = new BucketSweeper(lab.clock(), lab.clock()::advance);
    }

    /**
     * Tells them, and answers the run that cleaned up.
     *
     * @param buckets how many buckets the lab has at the beginning
     */
    RunResult tell(int buckets) {
        RunResult report = report(buckets);
        spared(report);
        RunResult clean = clean(report);
        afterwards(report, clean);
        return clean;
    }

    private RunResult report(int buckets) {
        narrator.chapter("Buckets whose time is over");
        narrator.say(
                "The account has %d buckets, too. A bucket has no idle CPU; it has an end: a tag with a date or a length of time, or the lab's default."
                        .formatted(buckets));
        narrator.screen().blank();
        narrator.command("janitor report buckets");
        RunResult report = run(BucketsDocument.of(Mode.REPORT));
        new RunReport(narrator.screen(), false).show(report);
        return report;
    }

    private void spared(RunResult report) {
        narrator.chapter("Why the other buckets stay");
        narrator.say(
                "Some of these are over, too. What protects them or depends on them is looked at before anything is touched, and never lifted:");
        narrator.screen().blank();
        for (String name : STAYING) {
            report.items().stream()
                    .filter(item -> item.resource().id().equals(name))
                    .forEach(narrator::example);
        }
        report.items().stream()
                .filter(item -> item.verdict() instanceof Unknown)
                .forEach(narrator::example);
        narrator.screen().blank();
        narrator.say(
                "And "
                        + BucketCast.NOT_LAB
                        + " appears nowhere: its name is no lab's, so it was not even looked at.");
    }

    private RunResult clean(RunResult report) {
        narrator.chapter("Emptying and deleting them");
        narrator.command("janitor clean buckets --grace-hours 0");
        narrator.say(
                "Suppose you typed the account's id. Every bucket is looked at once more; then every version, delete marker and open upload in it goes, however odd its key, and then the bucket:");
        narrator.screen().blank();
        RunResult clean =
                run(BucketsDocument.of(Mode.CLEAN).graceHours("0").confirmed(planned(report)));
        new RunReport(narrator.screen(), false).show(clean);
        return clean;
    }

    private static List<String> planned(RunResult report) {
        return report.items().stream()
                .filter(item -> item.action() == Action.WOULD_DELETE)
                .map(item -> item.resource().id())
                .toList();
    }

    private void afterwards(RunResult report, RunResult clean) {
        narrator.chapter("The next morning");
        lab.clock().advance(Duration.ofHours(14));
        RunResult again = run(BucketsDocument.of(Mode.REPORT));
        narrator.say(
                "A new report sees %d lab buckets instead of %d. Of the %d that were deleted, %d are left; %d more may go."
                        .formatted(
                                again.items().size(),
                                report.items().size(),
                                clean.with(Outcome.REMOVED),
                                again.items().stream()
                                        .filter(item -> wasRemoved(item, clean))
                                        .count(),
                                again.items().stream()
                                        .filter(item -> item.verdict() instanceof Removable)
                                        .count()));
    }

    private static boolean wasRemoved(ResultItem item, RunResult clean) {
        return clean.items().stream()
                .anyMatch(before ->
                        before.outcome() == Outcome.REMOVED
                                && before.resource().id().equals(item.resource().id()));
    }

    private RunResult run(BucketsDocument document) {
        return sweeper.run(
                Settings.from(Map.of("JANITOR_ACCOUNT_ID", account)),
                connection,
                document.regions(List.of(Settings.ALL_REGIONS)),
                BucketSweepListener.silent(),
                new StopSignal());
    }
}
