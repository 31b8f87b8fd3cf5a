package org.labjanitor.cli.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.labjanitor.cli.history.History;
import org.labjanitor.cli.history.HistoryJson;
import org.labjanitor.cli.history.HistoryPage;
import org.labjanitor.cli.history.ReportArchive;
import org.labjanitor.runtime.account.AccountGuard;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.settings.Settings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import software.amazon.awssdk.services.s3.S3Client;

/** {@code janitor history}. */
@Command(
        name = "history",
        header = "What was removed, when, why and by which run. Reads only.",
        exitCodeListHeading = HelpText.EXIT_TITLE,
        sortOptions = false,
        abbreviateSynopsis = true,
        optionListHeading = "%n",
        description = {
            "%nReads the reports that runs have left in the report bucket, newest first, and lists every resource that"
                    + " was seen to be gone or emptied. A report that cannot be read is named."
        },
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  @|yellow janitor history --bucket my-lab-reports|@      everything",
            "  @|yellow janitor history --since 2026-11-01|@           this month, from JANITOR_REPORT_BUCKET",
            "  @|yellow janitor history --sweep buckets --json|@       for other programs",
            HelpText.CREDENTIALS,
            "@|bold Permissions|@",
            "s3:ListBucket and s3:GetObject on the report bucket."
        },
        exitCodeList = {
            "0:every report that was asked for was read",
            HelpText.EXIT_FAILED,
            HelpText.EXIT_USAGE,
            "3:partial: some reports could not be read, or there are more than were asked for"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class HistoryCommand implements Callable<Integer> {
    @ArgGroup(validate = false, order = 1, heading = "%n@|bold What to list|@%n")
    private final HistoryOptions options = new HistoryOptions();

    @ArgGroup(validate = false, order = 2, heading = "%n@|bold Where it is|@%n")
    private final AccountOptions who = new AccountOptions();

    @ArgGroup(validate = false, order = 3, heading = "%n@|bold Output|@%n")
    private final OutputOptions output = new OutputOptions();

    private final Surroundings here;

    HistoryCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        List<String> sweeps = options.sweeps();
        LocalDate since = since(options.since);
        Settings settings = new SettingsChoice(here.environment()).of(who.account, null);
        String bucket = bucket(settings);
        AwsConnection connection =
                new ConnectionChoice(here.environment(), here.profiles()).of(who, null);
        try (AwsClients clients = new AwsClients(connection)) {
            String account = new AccountGuard(clients.sts(), settings.accountId()).check();
            History history =
                    new ReportArchive(s3(clients), bucket, account)
                            .read(sweeps, since, options.reports());
            show(history, bucket);
            return history.isWhole() ? ExitCode.COMPLETE : ExitCode.PARTIAL;
        }
    }

    private String bucket(Settings settings) {
        String bucket =
                options.bucket == null
                        ? settings.reportBucket()
                        : BucketArgument.name(options.bucket);
        if (bucket == null) {
            throw new UsageException(
                    "no report bucket is known. Name one with --bucket, or set JANITOR_REPORT_BUCKET");
        }
        return bucket;
    }

    private static @Nullable LocalDate since(@Nullable String day) {
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new UsageException(
                    "--since is \"%s\", but must be a date such as 2026-11-01".formatted(day));
        }
    }

    /** The bucket may be in another Region than the one that the profile names. */
    private static S3Client s3(AwsClients clients) {
        boolean standsIn = clients.connection().endpoint() != null;
        return clients.build(
                S3Client.builder().forcePathStyle(standsIn).crossRegionAccessEnabled(true),
                clients.homeRegion());
    }

    private void show(History history, String bucket) {
        if (output.json) {
            writeDocument(history, bucket);
        } else {
            new HistoryPage(here.terminal().results(output.colours)).show(history, bucket);
        }
    }

    private void writeDocument(History history, String bucket) {
        try {
            ByteArrayOutputStream document = new ByteArrayOutputStream();
            new HistoryJson().write(history, bucket, document);
            document.write('\n');
            document.writeTo(here.terminal().documents());
            here.terminal().documents().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing the history", e);
        }
    }
}
