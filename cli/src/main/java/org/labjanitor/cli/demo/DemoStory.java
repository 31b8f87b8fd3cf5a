package org.labjanitor.cli.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.labjanitor.cli.instances.InstanceSweeper;
import org.labjanitor.cli.instances.InstancesDocument;
import org.labjanitor.cli.report.RunReport;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;
import org.labjanitor.instances.progress.SweepListener;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.simulator.Lab;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * The demo as a diary in chapters. Nothing in it is made up: every verdict is the function's own
 * handler's, on what the simulator answers to the AWS SDK.
 */
public final class DemoStory {
    private static final int BUDGET = 12;

    private final Lab lab;
    private final String account;
    private final Screen screen;
    private final Narrator narrator;
    private final InstanceSweeper sweeper;
    private final AwsConnection connection;

    public DemoStory(Lab lab, String account, Screen screen) {
        this.lab = lab;
        this.account = account;
        this.screen = screen;
        this.narrator = new Narrator(screen);
        this.connection =
                new AwsConnection(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(lab.accessKey(account), "any-secret")),
                        Cast.VIRGINIA,
                        lab.endpoint());
        this.sweeper = new InstanceSweeper(lab.clock(), lab.clock()::advance);
    }

    /**
     * Tells it, and leaves its two clean-ups as pages in a folder for temporary files.
     *
     * @param filling what the lab has at the beginning
     */
    public void tell(DemoLab.Filling filling) {
        beginning(filling.instances());
        RunResult report = report();
        spared(report);
        RunResult clean = clean(report);
        afterwards(report, clean);
        RunResult buckets =
                new BucketStory(lab, account, narrator, connection).tell(filling.buckets());
        new CourseStory(narrator).tell();
        pages(List.of(clean, buckets));
    }

    private void pages(List<RunResult> runs) {
        narrator.chapter("The same as a page");
        narrator.say(
                "Every run leaves such a page in its report bucket, with a drawing of every CPU, the reasons and the evidence. The two clean-ups above, for your browser:");
        screen.blank();
        DemoPages.write(runs).forEach(narrator::file);
    }

    private void beginning(int instances) {
        narrator.chapter("A lab on a Sunday evening");
        narrator.say(
                ("A course account with %d instances in %s and %s. Two weeks of metrics, some logins,"
                                + " a few tags. It is all made up and runs inside this program: a simulator answers,"
                                + " the janitor asks it as it would ask AWS.")
                        .formatted(instances, Cast.VIRGINIA, Cast.IRELAND));
    }

    private RunResult report() {
        narrator.chapter("What may go?");
        narrator.command("janitor report instances --region us-east-1,eu-west-1");
        RunResult report = run(InstancesDocument.of(Mode.REPORT));
        new RunReport(screen, false).show(report);
        return report;
    }

    private void spared(RunResult report) {
        narrator.chapter("Why the others stay");
        narrator.say(
                "Most of these would have gone by a rule such as \"CPU below 5 % for a day\":");
        screen.blank();
        example(report, KeepReason.RHYTHM);
        example(report, KeepReason.PROTECTED);
        example(report, KeepReason.ACCELERATED);
        example(report, KeepReason.OWNED);
        report.items().stream()
                .filter(item -> isQuietButUsed(item))
                .limit(3)
                .forEach(narrator::example);
        report.items().stream()
                .filter(item -> item.verdict() instanceof Unknown)
                .forEach(narrator::example);
        screen.blank();
        narrator.say(
                "And payroll-production, idle for months, appears nowhere: it has no lab tag, so it was"
                        + " not even looked at.");
    }

    private RunResult clean(RunResult report) {
        narrator.chapter("Cleaning up, at most " + BUDGET);
        narrator.command(
                "janitor clean instances --region us-east-1,eu-west-1 --grace-hours 0 --budget-count "
                        + BUDGET);
        narrator.say(
                "On a terminal it would show the same report now, and ask for the account's id. Suppose you"
                        + " typed it. Every instance is looked at once more, and then:");
        screen.blank();
        RunResult clean =
                run(
                        InstancesDocument.of(Mode.CLEAN)
                                .graceHours("0")
                                .confirmed(removable(report), BUDGET));
        new RunReport(screen, false).show(clean);
        return clean;
    }

    private void afterwards(RunResult report, RunResult clean) {
        narrator.chapter("Two hours later");
        lab.clock().advance(Duration.ofHours(2));
        RunResult again = run(InstancesDocument.of(Mode.REPORT));
        long left = again.items().stream().filter(item -> wasRemoved(item, clean)).count();
        narrator.say(
                ("A new report sees %d lab instances instead of %d. Of the %d that were removed, %d are left; %d"
                                + " more may go, which the budget held back. The next run goes on with those.")
                        .formatted(
                                again.items().size(),
                                report.items().size(),
                                clean.with(Outcome.REMOVED),
                                left,
                                again.removable()));
        narrator.say("Still to go: " + names(again) + ".");
    }

    private static List<String> removable(RunResult report) {
        return report.items().stream()
                .filter(item -> item.verdict() instanceof Removable)
                .map(item -> item.resource().id())
                .toList();
    }

    private static String names(RunResult result) {
        return result.items().stream()
                .filter(item -> item.verdict() instanceof Removable)
                .map(item -> String.valueOf(item.resource().name()))
                .collect(Collectors.joining(", "));
    }

    /** Says what to do with an account of one's own. */
    public void tellWhatIsNext(String program) {
        narrator.chapter("Your turn");
        narrator.say(
                "Nothing real was touched: no AWS account, no credentials, no network beyond this machine.");
        screen.blank();
        narrator.next(program + " report instances", "your own account, read only");
        narrator.next(
                program + " report instances --help",
                "what it looks at, and which rights it needs");
        narrator.next(program + " report buckets", "its buckets, read only");
        narrator.next(
                program + " empty s3://lab-... --help",
                "one bucket, looked at first, and gone fast");
        narrator.next(program + " simulate --demo", "this lab, to try every command on");
    }

    private static boolean wasRemoved(ResultItem item, RunResult clean) {
        return clean.items().stream()
                .anyMatch(before ->
                        before.outcome() == Outcome.REMOVED
                                && before.resource().id().equals(item.resource().id())
                                && item.verdict() instanceof Removable);
    }

    private RunResult run(InstancesDocument document) {
        return sweeper.run(
                Settings.from(Map.of("JANITOR_ACCOUNT_ID", account)),
                connection,
                document.regions(List.of(Cast.VIRGINIA, Cast.IRELAND)),
                SweepListener.silent());
    }

    private void example(RunResult report, KeepReason reason) {
        report.items().stream()
                .filter(item -> item.verdict() instanceof Keep keep && keep.reason() == reason)
                .findFirst()
                .ifPresent(narrator::example);
    }

    private static boolean isQuietButUsed(ResultItem item) {
        String sentence = item.verdict().explanation().sentence();
        return item.verdict() instanceof Keep(KeepReason reason, var _)
                && reason == KeepReason.IN_USE
                && !sentence.contains("CPU");
    }
}
