package org.labjanitor.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.region.RegionalClients;
import org.labjanitor.buckets.storage.Storage;
import org.labjanitor.buckets.storage.StorageSurvey;
import org.labjanitor.cli.aws.SimulatedTime;
import org.labjanitor.cli.emptying.BucketLookout;
import org.labjanitor.cli.emptying.BucketSight;
import org.labjanitor.cli.emptying.Consent;
import org.labjanitor.cli.emptying.Emptied;
import org.labjanitor.cli.emptying.EmptyingJson;
import org.labjanitor.cli.emptying.EmptyingPage;
import org.labjanitor.cli.emptying.Objections;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.runtime.account.AccountGuard;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.aws.ParallelCalls;
import org.labjanitor.runtime.price.StoragePrices;
import org.labjanitor.runtime.settings.Settings;
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
        String name = BucketArgument.name(bucket);
        requirePerson();
        Settings settings =
                new SettingsChoice(here.environment()).of(where.account, options.labTag);
        AwsConnection connection =
                new ConnectionChoice(here.environment(), here.profiles()).of(where, where.region);
        try (AwsClients clients = new AwsClients(connection)) {
            return empty(name, settings, connection, clients);
        }
    }

    private void requirePerson() {
        if (!options.yes && !here.terminal().traits().inputIsTerminal()) {
            throw new RefusedException(
                    "empty asks before it deletes, and nobody is there to answer: standard input is no terminal."
                            + " In a script, use --yes");
        }
    }

    private int empty(
            String name, Settings settings, AwsConnection connection, AwsClients clients) {
        Asked asked = ask(new AccountGuard(clients.sts(), settings.accountId()), clients);
        Objections objections = objections(settings, connection);
        EmptyingPage page =
                new EmptyingPage(
                        screen(),
                        new LabTags(settings.labTag()),
                        new Way(here, where).whereUnusual());
        BucketLookout lookout = new BucketLookout(asked.regions());
        BucketSight sight = lookout.look(name, asked.account());
        page.show(sight, options.after());
        refuse(objections.to(sight));
        if (!options.yes) {
            page.show(storage(sight, asked.regions(), now(connection)));
            page.ask(options.after());
            if (!isConfirmed(name)) {
                messages().paragraph(0, Style.BOLD, "That is not its name. Nothing was deleted.");
                return ExitCode.FAILED;
            }
            sight = lookout.look(name, asked.account());
            refuse(objections.to(sight));
        }
        return finish(
                page, new EmptyingRun(here, clients, asked.regions(), options.after()).run(sight));
    }

    /** A person who is asked should know how much there is to lose; nothing else depends on it. */
    private static Storage storage(BucketSight sight, RegionalClients regions, Instant now) {
        return new StorageSurvey(StoragePrices.bundled())
                .of(List.of(sight.bucket()), regions.in(sight.picture().region()), now)
                .getOrDefault(sight.bucket(), Storage.notAsked());
    }

    private Objections objections(Settings settings, AwsConnection connection) {
        return new Objections(
                new LabTags(settings.labTag()),
                settings.ownBuckets(),
                new Consent(options.allVersions, options.anyBucket),
                () -> now(connection));
    }

    /** Whose the credentials are, and the clients with which to go on. */
    private record Asked(String account, RegionalClients regions) {}

    /** While STS answers, the clients for S3 are made: much of a short run is loading classes. */
    private static Asked ask(AccountGuard guard, AwsClients clients) {
        List<Callable<Object>> calls = List.of(guard::check, () -> new RegionalClients(clients));
        List<Object> answers = new ParallelCalls(2).all(calls);
        return new Asked((String) answers.getFirst(), (RegionalClients) answers.getLast());
    }

    private boolean isConfirmed(String name) {
        return here.terminal().answer().map(String::strip).filter(name::equals).isPresent();
    }

    private static void refuse(List<String> objections) {
        if (!objections.isEmpty()) {
            throw new RefusedException(objections);
        }
    }

    private Instant now(AwsConnection connection) {
        return new SimulatedTime(here.clock()).at(connection.endpoint()).instant();
    }

    private int finish(EmptyingPage page, Emptied emptied) {
        if (output.json) {
            writeDocument(emptied);
        } else {
            page.show(emptied);
        }
        if (emptied.isStopped()) {
            messages().paragraph(0, Style.WARNING, EmptyingPage.stopped(emptied));
            return ExitCode.STOPPED;
        }
        if (emptied.isDone()) {
            return ExitCode.COMPLETE;
        }
        return emptied.hasDeleted() ? ExitCode.PARTIAL : ExitCode.FAILED;
    }

    private void writeDocument(Emptied emptied) {
        try {
            new EmptyingJson().write(emptied, here.terminal().documents());
        } catch (IOException e) {
            throw new UncheckedIOException("writing the result", e);
        }
    }

    /** With a document on the output, everything for a person goes to the messages. */
    private Screen screen() {
        return output.json ? messages() : here.terminal().results(output.colours);
    }

    private Screen messages() {
        return here.terminal().messages(output.colours);
    }
}
