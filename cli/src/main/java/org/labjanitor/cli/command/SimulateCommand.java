package org.labjanitor.cli.command;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.labjanitor.cli.demo.DemoLab;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.simulator.Lab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code janitor simulate}. */
@Command(
        name = "simulate",
        header = "Opens a simulated AWS account on this machine, to try things on.",
        description = {
            "%nAnswers EC2, S3, CloudWatch, Session Manager, CloudTrail and STS as far as the janitor uses them, to this"
                    + " machine only. The AWS CLI and every SDK can be pointed at it."
        },
        sortOptions = false,
        optionListHeading = "%n",
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  @|yellow janitor simulate --demo|@                      the lab of 'janitor demo', open on port 4599",
            "  @|yellow janitor simulate --now 2026-11-22T18:00:00Z|@  an empty account on a Sunday evening"
        },
        exitCodeListHeading = HelpText.EXIT_TITLE,
        exitCodeList = {HelpText.EXIT_FAILED, HelpText.EXIT_USAGE},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SimulateCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "4599",
            description =
                    "The port to listen on (default: ${DEFAULT-VALUE}); 0 takes any free one.")
    private int port;

    @Option(
            names = "--now",
            paramLabel = "TIME",
            description =
                    "Time in the lab when it opens, such as 2026-11-22T18:00:00Z (default: the real time). It goes on"
                            + " from there, and the janitor goes by it.")
    private @Nullable String now;

    @Option(
            names = "--demo",
            description = "Fill the account with the demo's instances and buckets.")
    private boolean demo;

    @Option(names = "--color", negatable = true, description = "Colours, or none.")
    private @Nullable Boolean colours;

    private final Surroundings here;

    SimulateCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws InterruptedException {
        Screen screen = here.terminal().results(colours);
        try (Lab lab = open()) {
            if (demo) {
                DemoLab.Filling filling = DemoLab.fill(lab, Lab.DEFAULT_ACCOUNT);
                screen.paragraph(
                        0,
                        Style.PLAIN,
                        "%d instances and %d buckets in %s."
                                .formatted(
                                        filling.instances(),
                                        filling.buckets(),
                                        String.join(" and ", DemoLab.REGIONS)));
                screen.blank();
            }
            OpenLab open = new OpenLab(here, screen);
            open.show(lab, Lab.DEFAULT_ACCOUNT);
            open.goOn(lab);
        }
        return ExitCode.COMPLETE;
    }

    private Lab open() {
        Instant start = start();
        if (port < 0 || port > 65_535) {
            throw new UsageException("--port is " + port + ", but must be 0 to 65535");
        }
        try {
            return Lab.builder().port(port).now(start).start();
        } catch (UncheckedIOException taken) {
            throw new RefusedException(
                    "port %d cannot be had; something else may listen there. Choose another one with --port"
                            .formatted(port));
        }
    }

    private Instant start() {
        if (now == null) {
            return here.clock().instant();
        }
        try {
            return Instant.parse(now);
        } catch (DateTimeParseException e) {
            throw new UsageException(
                    "--now is \"%s\", but must be a time such as 2026-11-22T18:00:00Z"
                            .formatted(now));
        }
    }
}
