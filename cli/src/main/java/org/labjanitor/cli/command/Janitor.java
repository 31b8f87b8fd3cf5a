package org.labjanitor.cli.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as a whole: reads the words, runs the command, puts failures into words. */
public final class Janitor {
    private static final int WIDEST_HELP = 110;
    private static final String COMPLETION = "completion";

    private final Surroundings here;

    public Janitor(Surroundings here) {
        this.here = here;
    }

    /** Runs a command and answers the exit code. */
    public int run(String... words) {
        return commandLine(words.length == 0 ? "" : words[0], colours(words)).execute(words);
    }

    /**
     * Every command that the words may mean: reading one's annotations takes time, so where the
     * first word names a command, it is the only one. Completion is about all of them.
     */
    private Map<String, Supplier<Object>> commands(String first) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("demo", () -> new DemoCommand(here));
        commands.put("report", this::report);
        commands.put("clean", this::clean);
        commands.put("launch", () -> new LaunchCommand(here));
        commands.put("instances", () -> new ListInstancesCommand(here));
        commands.put("explain", () -> new ExplainCommand(here));
        commands.put("terminate", () -> new TerminateCommand(here));
        commands.put("buckets", () -> new ListBucketsCommand(here));
        commands.put("mb", () -> new MakeBucketCommand(here));
        commands.put("upload", () -> new UploadCommand(here));
        commands.put("empty", () -> new EmptyCommand(here));
        commands.put("rb", () -> new RemoveBucketCommand(here));
        commands.put("keep", () -> new KeepCommand(here));
        commands.put("extend", () -> new ExtendCommand(here));
        commands.put("history", () -> new HistoryCommand(here));
        commands.put("simulate", () -> new SimulateCommand(here));
        commands.put(COMPLETION, CompletionCommand::new);
        if (commands.containsKey(first) && !first.equals(COMPLETION)) {
            commands.keySet().retainAll(Set.of(first));
        }
        return commands;
    }

    private CommandLine report() {
        return new CommandLine(new ReportCommand())
                .addSubcommand(new ReportInstances(here))
                .addSubcommand(new ReportBuckets(here));
    }

    private CommandLine clean() {
        return new CommandLine(new CleanCommand())
                .addSubcommand(new CleanInstances(here))
                .addSubcommand(new CleanBuckets(here));
    }

    private CommandLine commandLine(String first, @Nullable Boolean colours) {
        CommandLine janitor = new CommandLine(new JanitorCommand());
        commands(first).forEach((name, command) -> janitor.addSubcommand(name, command.get()));
        boolean coloured =
                colours == null
                        ? here.terminal().traits().colours()
                                && here.terminal().traits().outputIsTerminal()
                        : colours;
        return janitor.setOut(here.terminal().out())
                .setErr(here.terminal().err())
                .setColorScheme(Help.defaultColorScheme(coloured ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.min(WIDEST_HELP, here.terminal().traits().width()))
                .setParameterExceptionHandler((fault, _) -> explain(fault, colours))
                .setExecutionExceptionHandler(
                        (thrown, _, parsed) -> explain(thrown, parsed, colours));
    }

    /**
     * Asked of the words themselves: help and faults have colours too, before there are options.
     */
    private static @Nullable Boolean colours(String[] words) {
        List<String> all = Arrays.asList(words);
        if (all.contains("--no-color")) {
            return false;
        }
        return all.contains("--color") ? true : null;
    }

    private int explain(ParameterException fault, @Nullable Boolean colours) {
        Screen screen = here.terminal().messages(colours);
        CommandLine command = fault.getCommandLine();
        complain(screen, String.valueOf(fault.getMessage()));
        if (fault instanceof UnmatchedArgumentException unmatched) {
            List<String> meant = unmatched.getSuggestions();
            if (!meant.isEmpty()) {
                screen.paragraph(9, Style.PLAIN, "Did you mean: " + String.join(", ", meant) + "?");
            }
        }
        screen.line("         See: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private int explain(Exception thrown, ParseResult parsed, @Nullable Boolean colours) {
        Failure failure = Failure.of(thrown);
        Screen screen = here.terminal().messages(colours);
        failure.messages().forEach(message -> complain(screen, message));
        if (isVerbose(parsed)) {
            thrown.printStackTrace(here.terminal().err());
        } else if (!failure.isExpected()) {
            screen.line("         --verbose shows where it happened.");
        }
        return failure.exitCode();
    }

    private static void complain(Screen screen, String message) {
        screen.paragraph(screen.paint(Style.BAD_TITLE, "janitor:") + " ", 9, Style.PLAIN, message);
    }

    private static boolean isVerbose(ParseResult parsed) {
        ParseResult deepest = parsed;
        while (deepest.hasSubcommand()) {
            deepest = deepest.subcommand();
        }
        return deepest.hasMatchedOption("--verbose");
    }
}
