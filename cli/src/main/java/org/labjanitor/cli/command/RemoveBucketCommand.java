package org.labjanitor.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.emptying.EmptyingOrder;
import org.labjanitor.buckets.removal.AfterEmptying;
import org.labjanitor.buckets.removal.BucketRemoval;
import org.labjanitor.buckets.removal.EmptyBucketRemover;
import org.labjanitor.cli.bucket.Holdings;
import org.labjanitor.cli.emptying.BucketLookout;
import org.labjanitor.cli.emptying.BucketSight;
import org.labjanitor.cli.emptying.Consent;
import org.labjanitor.cli.emptying.Objections;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.runtime.aws.AwsFailedException;
import org.labjanitor.runtime.result.Outcome;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.core.exception.SdkException;

/** {@code janitor rb}. */
@Command(
        name = "rb",
        header = "Deletes a bucket that is empty; with --force, also what is in it.",
        description = {
            "%nWithout --force nothing in a bucket is ever touched: one that is not empty is refused, and what is in it"
                    + " is named. With --force it is 'janitor empty': it looks for protection, asks for the bucket's"
                    + " name, deletes everything in it and then the bucket."
        },
        sortOptions = false,
        abbreviateSynopsis = true,
        parameterListHeading = "%n",
        optionListHeading = "%n",
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  @|yellow janitor rb s3://lab-ana|@",
            "  @|yellow janitor rb s3://lab-ana --force|@",
            HelpText.CREDENTIALS,
            "@|bold Permissions|@",
            HelpText.BUCKET_LOOK
                    + ", s3:ListBucketVersions, s3:DeleteBucket; with --force "
                    + HelpText.BUCKET_REMOVAL
                    + ".%n"
        },
        exitCodeListHeading = HelpText.EXIT_TITLE,
        exitCodeList = {
            "0:the bucket is gone",
            "1:failed or refused, or you said no: the message says why; nothing was deleted",
            HelpText.EXIT_USAGE,
            "3:partial: something is deleted, but not all of it could be",
            HelpText.EXIT_STOPPED
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RemoveBucketCommand implements Callable<Integer> {
    @Parameters(paramLabel = "BUCKET", description = "The bucket, as s3://NAME or NAME.")
    private String bucket = "";

    @ArgGroup(validate = false, order = 1, heading = "%n@|bold What to do|@%n")
    private final RemoveOptions options = new RemoveOptions();

    @ArgGroup(validate = false, order = 2, heading = "%n@|bold Where it is|@%n")
    private final EmptyCommand.PlaceOptions where = new EmptyCommand.PlaceOptions();

    @ArgGroup(validate = false, order = 3, heading = "%n@|bold Output|@%n")
    private final OutputOptions output = new OutputOptions();

    private final Surroundings here;

    RemoveBucketCommand(Surroundings here) {
        this.here = here;
    }

    /** How far it may go. */
    static final class RemoveOptions {
        @Option(
                names = "--force",
                order = 11,
                description = "Delete everything in it first. Asks, unless there is --yes.")
        boolean force;

        @Option(
                names = "--all-versions",
                order = 12,
                description =
                        "Needed with --force where versioning is or was on: every version goes for good.")
        boolean allVersions;

        @Option(
                names = "--any-bucket",
                order = 13,
                description =
                        "Also a bucket without the lab tag. Keep tags and protection still hold.")
        boolean anyBucket;

        @Option(
                names = "--lab-tag",
                paramLabel = "KEY",
                order = 14,
                description = "The tag that makes it a bucket of the lab (default: lab).")
        @Nullable String labTag;

        @Option(names = "--yes", order = 15, description = "Do not ask.")
        boolean yes;
    }

    @Override
    public Integer call() {
        String name = BucketArgument.name(bucket);
        if (options.force) {
            EmptyingTerms terms =
                    new EmptyingTerms(
                            new Consent(options.allVersions, options.anyBucket),
                            AfterEmptying.DELETE,
                            options.labTag,
                            options.yes);
            return new EmptyingCourse(here, where, where.region, terms, output).run(name);
        }
        try (Visit visit = Visit.begin(here, where, where.region, options.labTag)) {
            return removeEmpty(name, visit);
        }
    }

    private int removeEmpty(String name, Visit visit) {
        BucketSight sight = new BucketLookout(visit.buckets()).look(name, visit.account());
        List<String> objections = objections(visit).to(sight);
        if (!objections.isEmpty()) {
            throw new RefusedException(objections);
        }
        requireEmpty(sight, visit);
        BucketRemoval removal =
                new EmptyBucketRemover(visit.buckets(), here.pause())
                        .remove(
                                new EmptyingOrder(
                                        name,
                                        sight.picture().region(),
                                        visit.account(),
                                        sight.picture().versioned()));
        if (removal.outcome() != Outcome.REMOVED) {
            throw new RefusedException(
                    "s3://%s was not deleted: %s".formatted(name, removal.detail()));
        }
        show(sight, removal, visit);
        return ExitCode.COMPLETE;
    }

    /** Where nothing is in it, no version can be lost. */
    private Objections objections(Visit visit) {
        return new Objections(
                new LabTags(visit.settings().labTag()),
                visit.settings().ownBuckets(),
                new Consent(true, options.anyBucket),
                () -> visit.clock().instant());
    }

    private static void requireEmpty(BucketSight sight, Visit visit) {
        String name = sight.bucket();
        try {
            Holdings holdings =
                    Holdings.of(
                            visit.buckets().in(sight.picture().region()).s3(),
                            name,
                            visit.account());
            if (!holdings.isEmpty()) {
                throw new RefusedException(
                        "s3://%s is not empty: it holds %s. To delete all that, too: janitor rb s3://%s --force%s"
                                .formatted(
                                        name,
                                        holdings.words(),
                                        name,
                                        sight.picture().versioned() ? " --all-versions" : ""));
            }
        } catch (SdkException e) {
            throw new AwsFailedException("s3:ListBucketVersions of " + name, e);
        }
    }

    private void show(BucketSight sight, BucketRemoval removal, Visit visit) {
        if (output.json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("bucket", sight.bucket());
            document.put("account", visit.account());
            document.put("region", sight.picture().region());
            document.put("outcome", removal.outcome().id());
            new DocumentOutput(here.terminal()).write(document);
            return;
        }
        Screen screen = here.terminal().results(output.colours);
        screen.line(
                screen.paint(Style.GOOD_TITLE, "Gone")
                        + " "
                        + screen.glyphs().dot()
                        + " "
                        + screen.safe("s3://" + sight.bucket()));
        screen.paragraph(2, Style.PLAIN, removal.detail());
    }
}
