package org.labjanitor.cli.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.labjanitor.cli.report.Entries;
import org.labjanitor.cli.tagging.Found;
import org.labjanitor.cli.tagging.Piece;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.time.Minutes;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code janitor keep}. */
@Command(
        name = "keep",
        header = "Keeps instances and buckets of the lab, until a date or for good.",
        description = {
            "%nWrites the tag lab:keep, which the janitor heeds before everything else. Only what has the lab tag can be"
                    + " kept: nothing else is ever removed. A bucket's other tags stay as they are: they are read right"
                    + " before and again afterwards. If the owner was warned, the janitor's next run takes the warning"
                    + " back."
        },
        sortOptions = false,
        abbreviateSynopsis = true,
        parameterListHeading = "%n",
        optionListHeading = "%n",
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  @|yellow janitor keep i-0123456789abcdef0 --until 2026-12-31|@",
            "  @|yellow janitor keep s3://lab-ana --forever --reason \"thesis data\"|@",
            HelpText.CREDENTIALS,
            "@|bold Permissions|@",
            "ec2:DescribeRegions, ec2:DescribeInstances, ec2:CreateTags for instances; s3:ListAllMyBuckets,"
                    + " s3:GetBucketTagging, s3:PutBucketTagging for buckets.%n"
        },
        exitCodeListHeading = HelpText.EXIT_TITLE,
        exitCodeList = {
            "0:every one is kept",
            HelpText.EXIT_FAILED,
            HelpText.EXIT_USAGE,
            "3:partial: some are kept, and some are not"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class KeepCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "ID",
            arity = "1..*",
            description = "Instances by their ids, buckets as s3://NAME.")
    private List<String> things = new ArrayList<>();

    @ArgGroup(validate = false, order = 1, heading = "%n@|bold How long|@%n")
    private final KeepOptions options = new KeepOptions();

    @ArgGroup(validate = false, order = 2, heading = "%n@|bold Where they are|@%n")
    private final WhereOptions where = new WhereOptions();

    @ArgGroup(validate = false, order = 3, heading = "%n@|bold Output|@%n")
    private final OutputOptions output = new OutputOptions();

    private final Surroundings here;

    KeepCommand(Surroundings here) {
        this.here = here;
    }

    /** How long, and why. */
    static final class KeepOptions {
        @Option(
                names = "--until",
                paramLabel = "DATE",
                order = 11,
                description = "The last day, such as 2026-12-31, or a time with its offset.")
        @Nullable String until;

        @Option(names = "--forever", order = 12, description = "Until somebody changes the tag.")
        boolean forever;

        @Option(
                names = "--reason",
                paramLabel = "TEXT",
                order = 13,
                description =
                        "Why, for others to see, in the tag lab:keep-reason; the janitor does not read it.")
        @Nullable String reason;

        @Option(
                names = "--lab-tag",
                paramLabel = "KEY",
                order = 14,
                description = "The tag that opts things in (default: lab).")
        @Nullable String labTag;
    }

    @Override
    public Integer call() {
        requireOneLength();
        things.forEach(KeepCommand::requireThing);
        String first = where.regions.isEmpty() ? null : where.regions.getFirst();
        try (Visit visit = Visit.begin(here, where, first, options.labTag)) {
            PieceFinder finder = new PieceFinder(visit, where);
            Map<String, String> tags = tags(finder.labTags(), visit.clock().instant());
            List<Kept> kept = new ArrayList<>();
            things.stream().distinct().forEach(thing -> kept.addAll(keep(thing, finder, tags)));
            show(kept, tags, finder.labTags(), visit);
            return exitCode(kept);
        }
    }

    /**
     * What came of one thing.
     *
     * @param before its tags before; empty where it was not found
     * @param fault why it is not kept; empty where it is
     */
    private record Kept(String address, Map<String, String> before, String fault) {
        boolean isDone() {
            return fault.isEmpty();
        }
    }

    private void requireOneLength() {
        if ((options.until == null) != options.forever) {
            throw new UsageException(
                    "say how long: --until 2026-12-31, or --forever%s"
                            .formatted(options.forever ? "; not both" : ""));
        }
    }

    private static void requireThing(String thing) {
        if (!PieceFinder.isInstance(thing) && !PieceFinder.isBucket(thing)) {
            throw new UsageException(
                    "\"%s\" is neither an instance's id such as i-0123456789abcdef0 nor a bucket such as s3://lab-ana"
                            .formatted(thing));
        }
    }

    private Map<String, String> tags(LabTags labTags, Instant now) {
        Map<String, String> tags = new TreeMap<>();
        if (options.until != null) {
            FutureDate.of("--until", options.until, now);
        }
        tags.put(labTags.keepKey(), options.until == null ? "true" : options.until);
        if (options.reason != null) {
            tags.put(labTags.keepReasonKey(), options.reason);
        }
        TagValues.require(tags);
        return tags;
    }

    private List<Kept> keep(String thing, PieceFinder finder, Map<String, String> tags) {
        Found found = finder.find(thing);
        List<Kept> kept = new ArrayList<>();
        found.pieces().forEach(piece -> kept.add(keep(piece, finder, tags)));
        if (kept.isEmpty()) {
            kept.add(new Kept(thing, Map.of(), String.join("; ", found.troubles())));
        }
        return kept;
    }

    private Kept keep(Piece piece, PieceFinder finder, Map<String, String> tags) {
        LabTags labTags = finder.labTags();
        Optional<String> fault =
                labTags.lab(piece.tags()).isEmpty()
                        ? Optional.of(
                                "it has no tag %s, so the janitor never touches it; nothing was changed"
                                        .formatted(labTags.labKey()))
                        : finder.writer(here).write(piece, tags);
        return new Kept(piece.address(), piece.tags(), fault.orElse(""));
    }

    private void show(List<Kept> all, Map<String, String> tags, LabTags labTags, Visit visit) {
        if (output.json) {
            new DocumentOutput(here.terminal()).write(document(all, tags, visit));
        } else {
            all.stream().filter(Kept::isDone).forEach(kept -> show(kept, tags, labTags));
        }
        all.stream()
                .filter(kept -> !kept.isDone())
                .forEach(kept ->
                        messages()
                                .paragraph(
                                        0,
                                        Style.BAD,
                                        "%s is not kept: %s"
                                                .formatted(kept.address(), kept.fault())));
        if (all.stream().anyMatch(Kept::isDone)) {
            messages()
                    .paragraph(
                            0,
                            Style.DIM,
                            "If its owner was warned, the janitor's next run takes the warning back.");
        }
    }

    private void show(Kept kept, Map<String, String> tags, LabTags labTags) {
        Screen screen = here.terminal().results(output.colours);
        String until = options.until == null ? "for good" : "until " + until();
        screen.line(
                screen.paint(Style.GOOD_TITLE, "Kept")
                        + " "
                        + screen.safe(kept.address())
                        + " "
                        + screen.glyphs().dot()
                        + " "
                        + until);
        Map<String, String> entries = new LinkedHashMap<>();
        tags.forEach((key, value) ->
                entries.put(
                        key,
                        "%s, before: %s"
                                .formatted(value, kept.before().getOrDefault(key, "none"))));
        String scheduled = kept.before().get(labTags.janitorKey());
        if (scheduled != null) {
            entries.put("scheduled", scheduled);
        }
        new Entries(screen).show(entries);
    }

    private String until() {
        return options.until == null
                ? ""
                : Minutes.utc(FutureDate.of("--until", options.until, Instant.MIN));
    }

    private static Map<String, Object> document(
            List<Kept> all, Map<String, String> tags, Visit visit) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("account", visit.account());
        document.put("tags", tags);
        document.put("kept", all.stream().filter(Kept::isDone).map(Kept::address).toList());
        Map<String, String> faults = new LinkedHashMap<>();
        all.stream()
                .filter(kept -> !kept.isDone())
                .forEach(kept -> faults.put(kept.address(), kept.fault()));
        document.put("notKept", faults);
        return document;
    }

    private static int exitCode(List<Kept> all) {
        long done = all.stream().filter(Kept::isDone).count();
        if (done == all.size()) {
            return ExitCode.COMPLETE;
        }
        return done == 0 ? ExitCode.FAILED : ExitCode.PARTIAL;
    }

    private Screen messages() {
        return here.terminal().messages(output.colours);
    }
}
