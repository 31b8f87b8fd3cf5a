package org.labjanitor.cli.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.labjanitor.cli.report.Entries;
import org.labjanitor.cli.report.Noun;
import org.labjanitor.cli.tagging.Extension;
import org.labjanitor.cli.tagging.Extension.Plan;
import org.labjanitor.cli.tagging.Found;
import org.labjanitor.cli.tagging.Piece;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.cli.terminal.Table;
import org.labjanitor.cli.terminal.Table.Cell;
import org.labjanitor.cli.terminal.Table.Column;
import org.labjanitor.core.tag.TagTime;
import org.labjanitor.core.time.Minutes;
import org.labjanitor.runtime.settings.LaunchSettings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code janitor extend}. */
@Command(
        name = "extend",
        header = "Moves the end of a whole lab, or of single instances and buckets. Asks first.",
        description = {
            "%nShows the old and the new end of every piece, and writes the new one as the tag lab:expires, after your"
                    + " answer. The length counts from the end that a piece has, by lab:expires or lab:ttl, or from now"
                    + " where that is over already. What has no end is named and gets none, unless --set says so."
        },
        sortOptions = false,
        abbreviateSynopsis = true,
        parameterListHeading = "%n",
        optionListHeading = "%n",
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  @|yellow janitor extend java-101 --by 2d|@                 every instance and bucket of the lab",
            "  @|yellow janitor extend java-101 --by 2d --all-regions|@",
            "  @|yellow janitor extend i-0123456789abcdef0 s3://lab-ana --by 12h --yes|@",
            HelpText.CREDENTIALS,
            "@|bold Permissions|@",
            "ec2:DescribeRegions, ec2:DescribeInstances, ec2:CreateTags for instances; s3:ListAllMyBuckets,"
                    + " s3:GetBucketTagging, s3:PutBucketTagging for buckets.",
            "%n@|bold Defaults|@%n"
                    + "JANITOR_LAUNCH_LONGEST (14d) says how far from now an end may be.%n"
        },
        exitCodeListHeading = HelpText.EXIT_TITLE,
        exitCodeList = {
            "0:every piece has its new end",
            "1:failed or refused, or you said no: nothing was changed",
            HelpText.EXIT_USAGE,
            "3:partial: a piece was not changed, or a Region not looked at"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ExtendCommand implements Callable<Integer> {
    private static final Noun PIECE = new Noun("piece", "pieces");

    @Parameters(
            paramLabel = "LAB|ID",
            arity = "1..*",
            description =
                    "A lab's name, the value of its pieces' tag lab; or instances by their ids and buckets as s3://NAME.")
    private List<String> things = new ArrayList<>();

    @ArgGroup(validate = false, order = 1, heading = "%n@|bold How far|@%n")
    private final ExtendOptions options = new ExtendOptions();

    @ArgGroup(validate = false, order = 2, heading = "%n@|bold Where to look|@%n")
    private final WhereOptions where = new WhereOptions();

    @ArgGroup(validate = false, order = 3, heading = "%n@|bold Output|@%n")
    private final OutputOptions output = new OutputOptions();

    private final Surroundings here;

    ExtendCommand(Surroundings here) {
        this.here = here;
    }

    /** How far, and what about those without an end. */
    static final class ExtendOptions {
        @Option(
                names = "--by",
                paramLabel = "LENGTH",
                required = true,
                order = 11,
                description = "How much longer, such as 12h, 2d or 1w.")
        String by = "";

        @Option(
                names = "--set",
                order = 12,
                description = "Also give an end to what has none, counted from now.")
        boolean set;

        @Option(
                names = "--lab-tag",
                paramLabel = "KEY",
                order = 13,
                description = "The tag that opts things in (default: lab).")
        @Nullable String labTag;

        @Option(names = "--yes", order = 14, description = "Do not ask.")
        boolean yes;
    }

    /** A piece and what becomes of it. */
    private record Planned(Piece piece, Plan plan) {}

    @Override
    public Integer call() {
        Duration by =
                TagTime.length(options.by)
                        .orElseThrow(() ->
                                new UsageException(
                                        "--by is \"%s\", but must be %s"
                                                .formatted(options.by, TagTime.LENGTH_ALLOWED)));
        requirePerson();
        String first = where.regions.isEmpty() ? null : where.regions.getFirst();
        try (Visit visit = Visit.begin(here, where, first, options.labTag)) {
            return extend(by, visit);
        }
    }

    private void requirePerson() {
        if (!options.yes && !here.terminal().traits().inputIsTerminal()) {
            throw new RefusedException(
                    "extend asks before it writes, and nobody is there to answer: standard input is no terminal."
                            + " In a script, use --yes");
        }
    }

    private int extend(Duration by, Visit visit) {
        PieceFinder finder = new PieceFinder(visit, where);
        Found found = find(finder);
        Extension extension =
                new Extension(
                        finder.labTags(), by, longest(), options.set, visit.clock().instant());
        List<Planned> plan =
                found.pieces().stream()
                        .map(piece -> new Planned(piece, extension.of(piece)))
                        .toList();
        showPlan(plan, found, finder, visit);
        if (plan.stream().noneMatch(planned -> planned.plan() instanceof Plan.Move)) {
            throw new RefusedException(
                    plan.isEmpty() && found.troubles().isEmpty()
                            ? "nothing has the tag %s with the value \"%s\" where this looked; look everywhere with --all-regions"
                                    .formatted(
                                            finder.labTags().labKey(),
                                            String.join("\" or \"", things))
                            : "there is nothing whose end could be moved; nothing was changed");
        }
        if (!options.yes && !isConfirmed()) {
            messages().paragraph(0, Style.BOLD, "That is not yes. Nothing was changed.");
            return ExitCode.FAILED;
        }
        return write(plan, found, finder, visit);
    }

    private Found find(PieceFinder finder) {
        Found all = new Found(List.of(), List.of());
        for (String thing : things.stream().distinct().toList()) {
            all = all.and(finder.find(thing));
        }
        return new Found(
                all.pieces().stream().distinct().toList(),
                all.troubles().stream().distinct().toList());
    }

    private Duration longest() {
        try {
            return LaunchSettings.from(here.environment()).longest();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private void showPlan(List<Planned> plan, Found found, PieceFinder finder, Visit visit) {
        Screen screen = screen();
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("account", visit.account());
        entries.putAll(new Way(here, where).whereUnusual());
        screen.line(
                screen.paint(Style.BOLD, "Extending " + screen.safe(String.join(", ", things)))
                        + "  "
                        + screen.paint(Style.DIM, "by " + options.by));
        new Entries(screen).show(entries);
        if (!plan.isEmpty()) {
            showTable(screen, plan, finder);
        }
        found.troubles()
                .forEach(
                        trouble -> screen.paragraph(2, Style.WARNING, "Not looked at: " + trouble));
    }

    private static void showTable(Screen screen, List<Planned> plan, PieceFinder finder) {
        List<Column> columns =
                List.of(
                        Column.left("PIECE", 12, 70),
                        Column.left("REGION", 9, 14),
                        Column.left("END NOW", 8, 20),
                        Column.left("NEW END", 8, 20));
        List<List<Cell>> rows = plan.stream().map(planned -> row(screen, planned)).toList();
        Table table = Table.of(columns, rows, screen.width() - 2);
        screen.blank();
        screen.line("  " + table.titles(screen));
        for (int i = 0; i < rows.size(); i++) {
            screen.line("  " + table.row(screen, rows.get(i)));
            Planned planned = plan.get(i);
            if (planned.plan() instanceof Plan.Stay(_, String why)) {
                screen.paragraph(6, Style.WARNING, "Stays as it is: " + why);
            }
            String scheduled = planned.piece().tags().get(finder.labTags().janitorKey());
            if (scheduled != null) {
                screen.paragraph(6, Style.DIM, "Scheduled: " + scheduled);
            }
        }
    }

    private static List<Cell> row(Screen screen, Planned planned) {
        String name = planned.piece().tags().get("Name");
        String address = planned.piece().address() + (name == null ? "" : " (%s)".formatted(name));
        return switch (planned.plan()) {
            case Plan.Move move ->
                    cells(
                            screen,
                            address,
                            planned,
                            move.old(),
                            new Cell(Minutes.utc(move.end()), Style.GOOD));
            case Plan.Stay stay ->
                    cells(screen, address, planned, stay.old(), new Cell("", Style.PLAIN));
        };
    }

    private static List<Cell> cells(
            Screen screen, String address, Planned planned, String old, Cell end) {
        return List.of(
                new Cell(screen.safe(address), Style.BOLD),
                new Cell(planned.piece().region(), Style.PLAIN),
                new Cell(old, Style.PLAIN),
                end);
    }

    private boolean isConfirmed() {
        screen().blank();
        screen().prompt("Type yes to write these ends; anything else stops here: ");
        return here.terminal().answer().map(String::strip).filter("yes"::equals).isPresent();
    }

    private int write(List<Planned> plan, Found found, PieceFinder finder, Visit visit) {
        String key = finder.labTags().expiresKey();
        Map<String, String> ends = new LinkedHashMap<>();
        Map<String, String> faults = new LinkedHashMap<>();
        for (Planned planned : plan) {
            String address = planned.piece().address();
            switch (planned.plan()) {
                case Plan.Stay stay -> faults.put(address, stay.why());
                case Plan.Move move -> {
                    Optional<String> fault =
                            finder.writer(here).write(planned.piece(), Map.of(key, move.value()));
                    fault.ifPresentOrElse(
                            why -> {
                                faults.put(address, why);
                                messages()
                                        .paragraph(
                                                0,
                                                Style.BAD,
                                                "%s: not changed: %s".formatted(address, why));
                            },
                            () -> ends.put(address, move.value()));
                }
            }
        }
        found.troubles().forEach(trouble -> faults.put(trouble, "not looked at"));
        showOutcome(plan, ends, faults, visit);
        if (ends.isEmpty()) {
            return ExitCode.FAILED;
        }
        return faults.isEmpty() ? ExitCode.COMPLETE : ExitCode.PARTIAL;
    }

    private void showOutcome(
            List<Planned> plan, Map<String, String> ends, Map<String, String> faults, Visit visit) {
        if (output.json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("account", visit.account());
            document.put("ends", ends);
            document.put("notChanged", faults);
            new DocumentOutput(here.terminal()).write(document);
            return;
        }
        Screen screen = screen();
        screen.blank();
        Style style = ends.size() == plan.size() ? Style.GOOD_TITLE : Style.WARNING_TITLE;
        screen.line(
                screen.paint(
                        style,
                        "%d of %s extended".formatted(ends.size(), PIECE.count(plan.size()))));
        if (!ends.isEmpty()) {
            screen.paragraph(
                    2,
                    Style.DIM,
                    "Where an owner was warned because the time was over, the janitor's next run takes the warning back.");
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
