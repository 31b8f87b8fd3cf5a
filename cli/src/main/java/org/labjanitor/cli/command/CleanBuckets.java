package org.labjanitor.cli.command;

import org.labjanitor.cli.buckets.BucketsDocument;
import org.labjanitor.runtime.settings.Mode;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** {@code janitor clean buckets}. */
@Command(
        name = "buckets",
        header = "Empties and deletes buckets whose time is over. Shows them first, and asks.",
        description = {
            "%nReports first, exactly as 'janitor report buckets' does. Then it asks you to type the account's id,"
                    + " looks at every bucket again right before it is emptied, removes at most what it has shown you,"
                    + " and tells what a later look found. Every version, delete marker and open upload goes with a"
                    + " bucket. Buckets without the lab tag or the name prefix, with a keep tag, under Object Lock, MFA"
                    + " delete or a policy that denies deleting, and those that something depends on stay. Ctrl-C stops"
                    + " at the next good moment; the same command goes on from there."
        },
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  @|yellow janitor clean buckets --grace-hours 0|@",
            "      what may go in all Regions, after your answer",
            "  @|yellow janitor clean buckets --grace-hours 0 --after keep|@",
            "      empties them and keeps their names",
            "  @|yellow janitor clean buckets --grace-hours 0 --budget-count 5 --budget-keys 1000000|@",
            "      at most five, and at most a million versions and markers",
            "  @|yellow janitor clean buckets --delete lab-ana --reason 'asked by the trainer'|@",
            "      one bucket outright",
            "  @|yellow janitor clean buckets --grace-hours 0 --account 111122223333 --yes --json|@",
            "      in a script",
            HelpText.CREDENTIALS,
            "@|bold Permissions|@",
            "Those of a report, and " + HelpText.BUCKET_REMOVAL + ".",
            HelpText.BUCKET_SETTINGS
        },
        exitCodeList = {
            HelpText.EXIT_COMPLETE,
            HelpText.EXIT_FAILED + ", or you said no",
            HelpText.EXIT_USAGE,
            HelpText.EXIT_PARTIAL,
            HelpText.EXIT_STOPPED
        })
final class CleanBuckets extends BucketsCommand {
    @ArgGroup(validate = false, order = 3, heading = "%n@|bold What to remove|@%n")
    private final BucketRemovalOptions removal = new BucketRemovalOptions();

    CleanBuckets(Surroundings here) {
        super(here);
    }

    @Override
    public Integer call() {
        BucketsTarget target = target();
        BucketsDocument document =
                target.document(Mode.CLEAN)
                        .budget(removal.budgetCount, removal.budgetPercent)
                        .contentsBudget(removal.budgetKeys, removal.budgetGigabytes)
                        .after(removal.after)
                        .graceHours(removal.graceHours)
                        .delete(removal.named, removal.reason);
        return new Cleaning<>(
                        target,
                        results(target),
                        removal,
                        removal.named,
                        CommandText.of(here.program(), "clean", "buckets")
                                .andLasting(Typed.after(spec, "buckets")))
                .run(document);
    }
}
