package org.labjanitor.cli.command;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.labjanitor.cli.demo.DemoLab;
import org.labjanitor.cli.demo.DemoStory;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.simulator.Lab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code janitor demo}. */
@Command(
        name = "demo",
        header = "Shows everything on a made-up lab, on your machine. No AWS account needed.",
        description = {
            "%nStarts a simulated account inside this program, fills it with some forty instances, ten buckets and a"
                    + " fortnight of metrics, and lets the janitor loose on it. Takes a few seconds and touches nothing real."
        },
        optionListHeading = "%n",
        footerHeading = "%n@|bold Example|@%n",
        footer = {
            "  @|yellow janitor demo --keep-running|@   leaves the lab up, to try every command on"
        },
        exitCodeListHeading = HelpText.EXIT_TITLE,
        exitCodeList = {"0:the story was told", HelpText.EXIT_FAILED},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class DemoCommand implements Callable<Integer> {
    /** A Sunday evening, always the same one: the demo says the same thing every time. */
    private static final Instant SUNDAY_EVENING = Instant.parse("2026-11-22T18:00:00Z");

    @Option(names = "--keep-running", description = "Leave the lab up afterwards, until Ctrl-C.")
    private boolean keepRunning;

    @Option(names = "--color", negatable = true, description = "Colours, or none.")
    private @Nullable Boolean colours;

    private final Surroundings here;

    DemoCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws InterruptedException {
        Screen screen = here.terminal().results(colours);
        try (Lab lab = Lab.builder().now(SUNDAY_EVENING).start()) {
            String account = Lab.DEFAULT_ACCOUNT;
            DemoStory story = new DemoStory(lab, account, screen);
            story.tell(DemoLab.fill(lab, account));
            story.tellWhatIsNext(here.program());
            if (keepRunning) {
                screen.blank();
                OpenLab open = new OpenLab(here, screen);
                open.show(lab, account);
                open.goOn(lab);
            }
        }
        return ExitCode.COMPLETE;
    }
}
