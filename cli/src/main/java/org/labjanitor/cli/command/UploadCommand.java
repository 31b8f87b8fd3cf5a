package org.labjanitor.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.emptying.StopSignal;
import org.labjanitor.cli.emptying.EmptyingWords;
import org.labjanitor.cli.emptying.SparseLines;
import org.labjanitor.cli.report.Entries;
import org.labjanitor.cli.report.Noun;
import org.labjanitor.cli.tagging.BucketSearch;
import org.labjanitor.cli.tagging.Found;
import org.labjanitor.cli.tagging.Piece;
import org.labjanitor.cli.terminal.Interrupts.Listening;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.StatusLine;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.cli.terminal.Terminal;
import org.labjanitor.cli.upload.ContentTypes;
import org.labjanitor.cli.upload.Destination;
import org.labjanitor.cli.upload.NotUploaded;
import org.labjanitor.cli.upload.Source;
import org.labjanitor.cli.upload.SourceSearch;
import org.labjanitor.cli.upload.Sources;
import org.labjanitor.cli.upload.UploadTeller;
import org.labjanitor.cli.upload.Uploaded;
import org.labjanitor.cli.upload.Uploader;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.runtime.report.Bytes;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code janitor upload}. */
@Command(
        name = "upload",
        header =
                "Uploads files and folders to a bucket of the lab, with checksums that S3 confirms.",
        description = {
            "%nBig files go in parts, several at once. S3 computes the CRC-32 of every object, and it has to be the"
                    + " file's. A file that somebody changes while it is read is not uploaded. An object that is there"
                    + " already is replaced.",
            "%nA file goes below PREFIX/ by its name, or to exactly the key that is given where there is one file and"
                    + " no slash at the end. A folder goes with its name, and without it where it is written with a"
                    + " slash at its end. Links are followed.",
            "%nCtrl-C ends what is in flight and leaves no half file behind, nor parts that cost money. A second"
                    + " Ctrl-C quits at once."
        },
        sortOptions = false,
        abbreviateSynopsis = true,
        parameterListHeading = "%n",
        optionListHeading = "%n",
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  @|yellow janitor upload notes.pdf s3://lab-ana/|@            as notes.pdf",
            "  @|yellow janitor upload notes.pdf s3://lab-ana/week-1.pdf|@  under another name",
            "  @|yellow janitor upload results s3://lab-ana/data/|@         as data/results/...",
            "  @|yellow janitor upload results/ s3://lab-ana/data/|@        as data/...",
            HelpText.CREDENTIALS,
            "@|bold Permissions|@",
            "s3:ListAllMyBuckets, s3:GetBucketTagging, s3:PutObject, s3:AbortMultipartUpload; and s3:GetObject where"
                    + " an answer is lost.%n"
        },
        exitCodeListHeading = HelpText.EXIT_TITLE,
        exitCodeList = {
            "0:every file is there",
            "1:failed or refused: the message says why; nothing was uploaded",
            HelpText.EXIT_USAGE,
            "3:partial: some files are there, and some are not",
            "130:stopped with Ctrl-C; what is there is whole, and nothing is left half uploaded"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class UploadCommand implements Callable<Integer> {
    private static final int MOST_FAULTS = 20;

    /** Where fewer bytes go, the time is that of the calls. */
    private static final long LEAST_FOR_A_RATE = 1_000_000;

    private static final Noun FILE = new Noun("file", "files");

    @Parameters(
            paramLabel = "FILE|FOLDER... s3://BUCKET/PREFIX/",
            arity = "2..*",
            hideParamSyntax = true,
            description = "What to upload, and where to.")
    private List<String> words = new ArrayList<>();

    @ArgGroup(validate = false, order = 1, heading = "%n@|bold What to do|@%n")
    private final UploadOptions options = new UploadOptions();

    @ArgGroup(validate = false, order = 2, heading = "%n@|bold Where it is|@%n")
    private final EmptyCommand.PlaceOptions where = new EmptyCommand.PlaceOptions();

    @ArgGroup(validate = false, order = 3, heading = "%n@|bold Output|@%n")
    private final OutputOptions output = new OutputOptions();

    private final Surroundings here;

    UploadCommand(Surroundings here) {
        this.here = here;
    }

    /** How far an upload may go. */
    static final class UploadOptions {
        @Option(
                names = "--dry-run",
                order = 11,
                description = "Show what would go where, and upload nothing.")
        boolean dryRun;

        @Option(
                names = "--any-bucket",
                order = 12,
                description = "Also to a bucket without the lab tag.")
        boolean anyBucket;

        @Option(
                names = "--lab-tag",
                paramLabel = "KEY",
                order = 13,
                description = "The tag that makes it a bucket of the lab (default: lab).")
        @Nullable String labTag;
    }

    @Override
    public Integer call() {
        UploadTarget target = UploadTarget.of(words.getLast());
        List<String> named = words.subList(0, words.size() - 1);
        named.forEach(UploadCommand::requireLocal);
        Sources sources = SourceSearch.of(named, target.key());
        requireOwnKeys(sources);
        if (sources.files().isEmpty()) {
            sources.left().stream().limit(MOST_FAULTS).forEach(this::complain);
            throw new RefusedException("there is nothing to upload in " + String.join(", ", named));
        }
        try (Visit visit = Visit.begin(here, where, where.region, options.labTag)) {
            return upload(target, sources, visit);
        }
    }

    private static void requireLocal(String word) {
        if (word.startsWith("s3://")) {
            throw new UsageException(
                    "%s is not on this machine; upload takes files and folders, and one address at the end"
                            .formatted(word));
        }
    }

    private static void requireOwnKeys(Sources sources) {
        Map<String, Source> byKey = new HashMap<>();
        for (Source source : sources.files()) {
            Source other = byKey.put(source.key(), source);
            if (other != null) {
                throw new UsageException(
                        "%s and %s would both become %s; upload them one by one"
                                .formatted(other.file(), source.file(), source.key()));
            }
        }
    }

    private int upload(UploadTarget target, Sources sources, Visit visit) {
        Piece bucket = bucket(target, visit);
        show(target, sources, bucket, visit);
        if (options.dryRun) {
            return showPlan(target, sources);
        }
        Instant start = here.clock().instant();
        Uploaded uploaded =
                run(
                        new Destination(
                                visit.buckets().in(bucket.region()).s3(),
                                bucket.id(),
                                visit.account()),
                        sources);
        Duration time = Duration.between(start, here.clock().instant());
        return finish(target, uploaded, time, visit);
    }

    private Piece bucket(UploadTarget target, Visit visit) {
        LabTags labTags = new LabTags(visit.settings().labTag());
        Found found =
                new BucketSearch(visit.buckets(), visit.account(), labTags).named(target.bucket());
        if (found.pieces().isEmpty()) {
            throw new RefusedException(found.troubles());
        }
        Piece bucket = found.pieces().getFirst();
        if (labTags.lab(bucket.tags()).isEmpty() && !options.anyBucket) {
            throw new RefusedException(
                    "s3://%s has no tag \"%s\", so it is no bucket of the lab. To upload to it all the same, add"
                                    .formatted(target.bucket(), labTags.labKey())
                            + " --any-bucket");
        }
        return bucket;
    }

    private void show(UploadTarget target, Sources sources, Piece bucket, Visit visit) {
        Screen screen = screen();
        screen.line(
                screen.paint(Style.BOLD, "Uploading to " + screen.safe(target.address()))
                        + "  "
                        + screen.paint(
                                Style.DIM,
                                FILE.count(sources.files().size())
                                        + ", "
                                        + Bytes.of(sources.bytes())));
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("account", visit.account());
        entries.putAll(new Way(here, where).whereUnusual());
        entries.put("Region", bucket.region());
        new Entries(screen).show(entries);
    }

    private int showPlan(UploadTarget target, Sources sources) {
        Screen screen = screen();
        sources.files()
                .forEach(source ->
                        screen.paragraph(
                                2,
                                Style.PLAIN,
                                "%s %s s3://%s/%s (%s, %s)"
                                        .formatted(
                                                source.file(),
                                                screen.glyphs().arrow(),
                                                target.bucket(),
                                                source.key(),
                                                Bytes.of(source.size()),
                                                ContentTypes.of(source.key()))));
        sources.left().forEach(this::complain);
        screen.line("Nothing was uploaded: this was a dry run.");
        return sources.left().isEmpty() ? ExitCode.COMPLETE : ExitCode.PARTIAL;
    }

    private Uploaded run(Destination destination, Sources sources) {
        Terminal terminal = here.terminal();
        if (!terminal.traits().errorIsTerminal()) {
            return run(
                    destination,
                    sources,
                    new UploadTeller(
                            new SparseLines(terminal.messages(false), here.clock()), here.clock()));
        }
        try (StatusLine line = terminal.statusLine()) {
            return run(destination, sources, new UploadTeller(line::show, here.clock()));
        }
    }

    private Uploaded run(Destination destination, Sources sources, UploadTeller teller) {
        StopSignal stop = new StopSignal();
        Runnable stopping =
                () -> {
                    stop.give();
                    teller.stopping();
                };
        try (Listening _ = here.interrupts().listen(stopping)) {
            return new Uploader(destination, stop).run(sources, teller);
        }
    }

    private int finish(UploadTarget target, Uploaded uploaded, Duration time, Visit visit) {
        uploaded.failed().stream().limit(MOST_FAULTS).forEach(this::complain);
        int rest = uploaded.failed().size() - MOST_FAULTS;
        if (rest > 0) {
            messages().paragraph(0, Style.BAD, "and %d more were not uploaded".formatted(rest));
        }
        if (output.json) {
            new DocumentOutput(here.terminal()).write(document(target, uploaded, visit));
        } else {
            showOutcome(uploaded, time);
        }
        if (uploaded.isStopped()) {
            messages()
                    .paragraph(
                            0,
                            Style.WARNING,
                            "stopped: what is there is whole; run the same command again to upload all");
            return ExitCode.STOPPED;
        }
        if (uploaded.failed().isEmpty()) {
            return ExitCode.COMPLETE;
        }
        return uploaded.files() == 0 ? ExitCode.FAILED : ExitCode.PARTIAL;
    }

    private void showOutcome(Uploaded uploaded, Duration time) {
        Screen screen = screen();
        boolean isWhole = uploaded.failed().isEmpty() && !uploaded.isStopped();
        String rate =
                time.toMillis() < 1 || uploaded.bytes() < LEAST_FOR_A_RATE
                        ? ""
                        : ", %s/s".formatted(Bytes.of(uploaded.bytes() * 1000 / time.toMillis()));
        screen.line(
                screen.paint(isWhole ? Style.GOOD_TITLE : Style.WARNING_TITLE, headline(uploaded))
                        + " "
                        + screen.glyphs().dot()
                        + " %s, %s in %s%s"
                                .formatted(
                                        FILE.count(uploaded.files()),
                                        Bytes.of(uploaded.bytes()),
                                        EmptyingWords.time(time),
                                        rate));
        if (uploaded.files() > 0) {
            screen.paragraph(2, Style.DIM, "S3 has confirmed the checksum of every one.");
        }
    }

    private static String headline(Uploaded uploaded) {
        if (uploaded.isStopped()) {
            return "Stopped";
        }
        if (uploaded.failed().isEmpty()) {
            return "Uploaded";
        }
        return uploaded.files() == 0 ? "Not uploaded" : "Uploaded in part";
    }

    private static Map<String, Object> document(
            UploadTarget target, Uploaded uploaded, Visit visit) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("account", visit.account());
        document.put("bucket", target.bucket());
        document.put("files", uploaded.files());
        document.put("bytes", uploaded.bytes());
        document.put("stopped", uploaded.isStopped());
        Map<String, String> failed = new LinkedHashMap<>();
        uploaded.failed().forEach(fault -> failed.put(fault.file().toString(), fault.why()));
        document.put("notUploaded", failed);
        return document;
    }

    private void complain(NotUploaded fault) {
        messages()
                .paragraph(
                        0,
                        Style.BAD,
                        "%s was not uploaded: %s".formatted(fault.file(), fault.why()));
    }

    /** With a document on the output, everything for a person goes to the messages. */
    private Screen screen() {
        return output.json ? messages() : here.terminal().results(output.colours);
    }

    private Screen messages() {
        return here.terminal().messages(output.colours);
    }
}
