package org.labjanitor.cli.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.labjanitor.cli.aws.SimulatedTime;
import org.labjanitor.cli.launch.LabFile;
import org.labjanitor.cli.launch.LabLauncher;
import org.labjanitor.cli.launch.LaunchPage;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.StatusLine;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.launcher.progress.LaunchListener;
import org.labjanitor.launcher.result.LaunchResult;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.settings.LaunchSettings;
import org.labjanitor.runtime.settings.Settings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code janitor launch}. */
@Command(
        name = "launch",
        header =
                "Launches a lab: instances, buckets and starter files, with its end on every piece.",
        description = {
            "%nReads a lab document, looks at what is there of the lab already, asks AWS whether all of it can be"
                    + " launched, and shows the plan with what it costs until its end and what it costs a month if it"
                    + " is forgotten. Then it asks you to type the lab's name, creates what is missing, and tells"
                    + " addresses and links. Launched again, it creates nothing twice; a launch that broke off goes on."
        },
        sortOptions = false,
        abbreviateSynopsis = true,
        parameterListHeading = "%n",
        optionListHeading = "%n",
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  @|yellow janitor launch lab.json --report|@        only the plan and its price",
            "  @|yellow janitor launch lab.json --wait|@          after your answer, until all of it runs",
            "  @|yellow janitor launch lab.json --yes --json|@    in a script, with --account ID",
            HelpText.CREDENTIALS,
            "@|bold Defaults|@",
            "JANITOR_LAB_TAG, JANITOR_BUCKET_PREFIX (lab-), JANITOR_LAUNCH_LONGEST (14d), JANITOR_LAUNCH_COUNT (40),"
                    + " JANITOR_LAUNCH_TYPES (t3.*,t3a.*,t4g.*) and JANITOR_LAUNCH_DOLLARS (1000 a month) set what a lab"
                    + " may be at most, as they do for the Lambda function.%n"
        },
        exitCodeListHeading = HelpText.EXIT_TITLE,
        exitCodeList = {
            "0:the whole lab is there, or could be launched with --report",
            "1:failed or refused, or you said no: the message says why",
            HelpText.EXIT_USAGE,
            "3:partial: some of the lab is there; the same command goes on from there"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class LaunchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The lab document, in JSON.")
    private Path file = Path.of("");

    @ArgGroup(validate = false, order = 1, heading = "%n@|bold What to do|@%n")
    private final LaunchOptions options = new LaunchOptions();

    @ArgGroup(validate = false, order = 2, heading = "%n@|bold Where|@%n")
    private final PlaceOptions where = new PlaceOptions();

    @ArgGroup(validate = false, order = 3, heading = "%n@|bold Output|@%n")
    private final OutputOptions output = new OutputOptions();

    private final Surroundings here;

    LaunchCommand(Surroundings here) {
        this.here = here;
    }

    /** How far a launch goes. */
    static final class LaunchOptions {
        @Option(
                names = {"--report", "--dry-run"},
                order = 11,
                description = "Only show the plan and what it costs. Changes nothing.")
        boolean report;

        @Option(names = "--wait", order = 12, description = "Wait until the instances run.")
        boolean waits;

        @Option(
                names = "--yes",
                order = 13,
                description = "Do not ask. Needs --account, so that it is surely the right one.")
        boolean yes;

        @Option(
                names = "--lab-tag",
                paramLabel = "KEY",
                order = 14,
                description = "The tag that makes it a lab's (default: lab).")
        @Nullable String labTag;
    }

    /** Where a lab is launched whose document does not say. */
    static final class PlaceOptions extends AccountOptions {
        @Option(
                names = "--region",
                paramLabel = "NAME",
                order = 3,
                description =
                        "The Region of a lab whose document does not name one. Without it, the profile's.")
        @Nullable String region;
    }

    @Override
    public Integer call() {
        requireAnswer();
        LabFile lab = lab();
        AwsConnection connection =
                new ConnectionChoice(here.environment(), here.profiles()).of(where, where.region);
        InstantSource clock = new SimulatedTime(here.clock()).at(connection.endpoint());
        LabLauncher launcher = new LabLauncher(connection, limits(), clock, here.pause());
        LaunchResult plan = run(launcher, where.account, lab.report());
        if (options.report || !plan.faults().isEmpty()) {
            return finishPlan(plan);
        }
        if (!options.yes && !isConfirmed(plan)) {
            messages().paragraph(0, Style.BOLD, "That is not its name. Nothing was launched.");
            return ExitCode.FAILED;
        }
        return finish(run(launcher, plan.account(), lab.launch(options.waits)));
    }

    private void requireAnswer() {
        if (options.report) {
            return;
        }
        if (options.yes && where.account == null) {
            throw new UsageException(
                    "--yes needs --account ID: without a question, the account has to be named");
        }
        if (!options.yes && !here.terminal().traits().inputIsTerminal()) {
            throw new RefusedException(
                    "launch asks before it spends money, and nobody is there to answer: standard input is no terminal."
                            + " In a script, use --yes together with --account ID; --report only shows the plan");
        }
    }

    private LabFile lab() {
        try {
            return LabFile.read(file);
        } catch (IOException e) {
            throw new UsageException(
                    "FILE is \"%s\", but no lab document can be read there: %s".formatted(file, e));
        }
    }

    private LaunchSettings limits() {
        try {
            return LaunchSettings.from(here.environment());
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private LaunchResult run(LabLauncher launcher, @Nullable String account, byte[] document) {
        Settings settings = new SettingsChoice(here.environment()).of(account, options.labTag);
        if (!here.terminal().traits().errorIsTerminal()) {
            return launcher.run(settings, document, LaunchListener.silent());
        }
        try (StatusLine line = here.terminal().statusLine()) {
            return launcher.run(settings, document, line::show);
        }
    }

    private int finishPlan(LaunchResult plan) {
        if (output.json) {
            writeDocument(plan);
        } else {
            page().showPlan(plan);
        }
        if (!plan.faults().isEmpty()) {
            throw new RefusedException(plan.faults());
        }
        return ExitCode.COMPLETE;
    }

    private boolean isConfirmed(LaunchResult plan) {
        Screen screen = screen();
        page().showPlan(plan);
        screen.blank();
        screen.paragraph(
                0,
                Style.WARNING_TITLE,
                "This launches what is missing of it in account %s, and costs money until it ends."
                        .formatted(plan.account()));
        screen.prompt("Type the lab's name to go on; anything else stops here: ");
        boolean given =
                here.terminal().answer().map(String::strip).filter(plan.lab()::equals).isPresent();
        if (given) {
            screen.blank();
        }
        return given;
    }

    private int finish(LaunchResult result) {
        if (output.json) {
            writeDocument(result);
        } else {
            page().showResult(result);
        }
        if (!result.faults().isEmpty()) {
            throw new RefusedException(List.copyOf(result.faults()));
        }
        return ExitCode.of(result.status());
    }

    private void writeDocument(LaunchResult result) {
        try {
            OutputStream out = here.terminal().documents();
            ByteArrayOutputStream document = new ByteArrayOutputStream();
            result.writeWhole(document);
            document.write('\n');
            document.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing the result", e);
        }
    }

    private LaunchPage page() {
        return new LaunchPage(screen(), new Way(here, where).whereUnusual());
    }

    /** With a document on the output, everything for a person goes to the messages. */
    private Screen screen() {
        return output.json ? messages() : here.terminal().results(output.colours);
    }

    private Screen messages() {
        return here.terminal().messages(output.colours);
    }
}
