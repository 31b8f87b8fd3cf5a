package org.labjanitor.cli.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.labjanitor.cli.report.BucketRow;
import org.labjanitor.cli.report.BucketTable;
import org.labjanitor.cli.report.Money;
import org.labjanitor.cli.report.Noun;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.report.Bytes;
import org.labjanitor.runtime.result.Contents;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code janitor buckets}. */
@Command(
        name = "buckets",
        header = "Lists the lab's buckets: whose, how old, how big, how dear, and when they end.",
        description = {
            "%nEvery bucket with the lab tag and the name prefix, judged as 'report buckets' judges it. Sizes and numbers"
                    + " of objects are CloudWatch's, a day old. Reads only."
        },
        sortOptions = false,
        abbreviateSynopsis = true,
        optionListHeading = "%n",
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  @|yellow janitor buckets|@                            in every Region",
            "  @|yellow janitor buckets --owner ana@uni.example|@",
            "  @|yellow janitor buckets --verdict may-go --json|@",
            HelpText.CREDENTIALS,
            "@|bold Permissions|@",
            "s3:ListAllMyBuckets, " + HelpText.BUCKET_LOOK + ", cloudwatch:GetMetricData.",
            HelpText.BUCKET_SETTINGS
        },
        exitCodeListHeading = HelpText.EXIT_TITLE,
        exitCodeList = {
            HelpText.EXIT_COMPLETE,
            HelpText.EXIT_FAILED,
            HelpText.EXIT_USAGE,
            HelpText.EXIT_PARTIAL
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ListBucketsCommand implements Callable<Integer> {
    private static final List<String> VERDICTS = List.of("may-go", "unknown", "kept");

    @ArgGroup(validate = false, order = 1, heading = "%n@|bold Where to look|@%n")
    private final WhereOptions where = new WhereOptions();

    @ArgGroup(validate = false, order = 2, heading = "%n@|bold What to look at|@%n")
    private final BucketJudgingOptions judging = new BucketJudgingOptions();

    @ArgGroup(validate = false, order = 3, heading = "%n@|bold What to show|@%n")
    private final FilterOptions filter = new FilterOptions();

    @ArgGroup(validate = false, order = 4, heading = "%n@|bold Output|@%n")
    private final OutputOptions output = new OutputOptions();

    private final Surroundings here;

    ListBucketsCommand(Surroundings here) {
        this.here = here;
    }

    /** Which rows are shown. */
    static final class FilterOptions {
        @Option(
                names = "--owner",
                paramLabel = "WHO",
                order = 21,
                description = "Only those of this owner.")
        @Nullable String owner;

        @Option(
                names = "--verdict",
                paramLabel = "WORD",
                split = ",",
                order = 22,
                description = "Only those that are may-go, unknown or kept.")
        List<String> verdicts = new ArrayList<>();
    }

    @Override
    public Integer call() {
        filter.verdicts.forEach(ListBucketsCommand::requireVerdict);
        RunResult result = new BucketsTarget(here, where, judging).run(Mode.REPORT);
        List<BucketRow> rows =
                result.items().stream()
                        .map(BucketRow::new)
                        .filter(this::isWanted)
                        .sorted(Comparator.comparing(row -> row.item().resource().id()))
                        .toList();
        if (output.json) {
            new DocumentOutput(here.terminal()).write(document(rows, result));
        } else {
            show(rows, result);
        }
        return ExitCode.of(result.status());
    }

    private static void requireVerdict(String word) {
        if (!VERDICTS.contains(word)) {
            throw new UsageException(
                    "--verdict is \"%s\", but must be one of %s"
                            .formatted(word, String.join(", ", VERDICTS)));
        }
    }

    private boolean isWanted(BucketRow row) {
        return (filter.owner == null || filter.owner.equals(row.item().resource().owner()))
                && (filter.verdicts.isEmpty() || filter.verdicts.contains(row.verdict()));
    }

    private void show(List<BucketRow> rows, RunResult result) {
        Screen screen = here.terminal().results(output.colours);
        if (rows.isEmpty()) {
            screen.paragraph(0, Style.PLAIN, none(result));
        } else {
            new BucketTable(screen, result.startedAt()).show(rows);
            screen.blank();
            screen.paragraph(0, Style.BOLD, summary(rows));
        }
        Screen messages = here.terminal().messages(output.colours);
        result.notExamined()
                .forEach(unseen ->
                        messages.paragraph(
                                0,
                                Style.WARNING,
                                "Not examined: %s: %s".formatted(unseen.what(), unseen.why())));
    }

    private static String none(RunResult result) {
        return result.items().isEmpty()
                ? "The account %s has no bucket of the lab here.".formatted(result.account())
                : "None of %s is like that."
                        .formatted(Noun.ofSweep("buckets").count(result.items().size()));
    }

    private static String summary(List<BucketRow> rows) {
        List<Contents> known =
                rows.stream().flatMap(row -> Stream.ofNullable(row.item().contents())).toList();
        String size =
                known.isEmpty()
                        ? "of unknown size"
                        : Bytes.of(known.stream().mapToLong(Contents::bytes).sum());
        long mayGo = rows.stream().filter(row -> row.verdict().equals("may-go")).count();
        return "%s, %s, %s; %s may go"
                .formatted(
                        Noun.ofSweep("buckets").count(rows.size()),
                        size,
                        Money.inSentence(rows.stream().map(row -> row.item().cost()).toList()),
                        mayGo == 0 ? "none" : Long.toString(mayGo));
    }

    private static Map<String, Object> document(List<BucketRow> rows, RunResult result) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("account", result.account());
        document.put("time", result.startedAt().toString());
        document.put("buckets", rows.stream().map(ListBucketsCommand::document).toList());
        document.put(
                "notExamined",
                result.notExamined().stream()
                        .map(unseen -> Map.of("what", unseen.what(), "why", unseen.why()))
                        .toList());
        return document;
    }

    private static Map<String, @Nullable Object> document(BucketRow row) {
        Resource resource = row.item().resource();
        Contents contents = row.item().contents();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", resource.id());
        fields.put("region", resource.region());
        fields.put("owner", resource.owner());
        fields.put("created", text(resource.since()));
        fields.put("end", row.end().map(Instant::toString).orElse(null));
        fields.put("objects", contents == null ? null : contents.objects());
        fields.put("bytes", contents == null ? null : contents.bytes());
        fields.put("measuredAt", contents == null ? null : contents.asOf().toString());
        fields.put(
                "dollarsAMonth",
                row.item().cost() instanceof Priced priced ? priced.dollars() : null);
        fields.put("verdict", row.verdict());
        fields.put("reason", row.reason());
        fields.put("why", row.item().verdict().explanation().sentence());
        return fields;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
