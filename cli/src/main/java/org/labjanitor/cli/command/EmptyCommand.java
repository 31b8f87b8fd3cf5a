package org.labjanitor.cli.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code janitor empty}. */
@Command(
        name = "empty",
        header = "Empties one bucket, with all versions, and deletes it. Looks first, and asks.",
        description = {
            "%nA careful and fast stand-in for 'aws s3 rb --force'. It finds the bucket's Region by itself, looks whether"
                    + " anything protects the bucket or depends on it, asks you to type its name, deletes every object,"
                    + " version, delete marker and open upload, deletes the bucket, and looks whether it is gone. A"
                    + " bucket with a keep tag, Object Lock, MFA delete, a policy that denies deleting, replication, a"
                    + " website or logs delivered to it is refused, and nothing in it is touched.",
            "%nCtrl-C ends what is in flight, says where things stand, and leaves; the same command goes on from"
                    + " there. A second Ctrl-C quits at once."
        },
        sortOptions = false,
        abbreviateSynopsis = true,
        parameterListHeading = "%n",
        optionListHeading = "%n",
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  @|yellow janitor empty s3://lab-ana|@                  after your answer",
            "  @|yellow janitor empty s3://lab-ana --all-versions|@   where versioning is or was on",
            "  @|yellow janitor empty s3://lab-ana --keep-bucket|@    so that its name stays yours",
            "  @|yellow janitor empty s3://lab-ana --yes --json|@     in a script",
            HelpText.CREDENTIALS,
            "@|bold Permissions|@",
            HelpText.BUCKET_REMOVAL
                    + "; and, to look first, "
                    + HelpText.BUCKET_LOOK
                    + ", and cloudwatch:GetMetricData for its size.%n"
        },
        exitCodeListHeading = HelpText.EXIT_TITLE,
        exitCodeList = {
            "0:the bucket is gone, or empty with --keep-bucket",
            "1:failed or refused, or you said no: the message says why; nothing was deleted",
            HelpText.EXIT_USAGE,
            "3:partial: something is deleted, but not all of it could be",
            HelpText.EXIT_STOPPED
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class EmptyCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "BUCKET",
            description = "The bucket, as s3://NAME or NAME. A whole one: no key, no prefix.")
    private String bucket = "";

    @ArgGroup(validate = false, order = 1, heading = "%n@|bold What to do|@%n")
    private final EmptyOptions options = new EmptyOptions();

    @ArgGroup(validate = false, order = 2, heading = "%n@|bold Where it is|@%n")
    private final PlaceOptions where = new PlaceOptions();

    @ArgGroup(validate = false, order = 3, heading = "%n@|bold Output|@%n")
    private final OutputOptions output = new OutputOptions();

    private final Surroundings here;

    EmptyCommand(Surroundings here) {
        this.here = here;
    }

    /** Where to ask. */
    static final class PlaceOptions extends AccountOptions {
        @Option(
                names = "--region",
                paramLabel = "NAME",
                order = 3,
                description =
                        "Where to ask first. The bucket's own Region is found by itself, whatever this says.")
        @Nullable String region;
    }

    @Override
    public Integer call() {
        return new EmptyingCourse(here, where, where.region, options.terms(), output)
                .run(BucketArgument.name(bucket));
    }
}
