package org.labjanitor.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.labjanitor.cli.bucket.BucketMaker;
import org.labjanitor.cli.bucket.Making;
import org.labjanitor.cli.bucket.NewBucket;
import org.labjanitor.cli.report.Entries;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.core.bucket.BucketName;
import org.labjanitor.core.tag.EndOfLife;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.tag.TagTime;
import org.labjanitor.core.time.Minutes;
import org.labjanitor.runtime.settings.Settings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code janitor mb}. */
@Command(
        name = "mb",
        header = "Makes a bucket of the lab, with its owner and its end written on it.",
        description = {
            "%nCreates a private bucket that has its tags from the first moment, so that it is found, warned about and"
                    + " removed in time. A bucket that does not get all it was asked for is deleted again."
        },
        sortOptions = false,
        abbreviateSynopsis = true,
        parameterListHeading = "%n",
        optionListHeading = "%n",
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  @|yellow janitor mb s3://lab-ana --ttl 7d|@",
            "  @|yellow janitor mb s3://lab-ana --expires 2026-12-31 --owner ana@uni.example --lab java-101|@",
            "  @|yellow janitor mb s3://lab-ana --region eu-west-1 --versioning|@",
            HelpText.CREDENTIALS,
            "@|bold Permissions|@",
            "s3:CreateBucket, s3:TagResource, s3:ListBucket, s3:GetBucketTagging; s3:PutBucketVersioning for"
                    + " --versioning; s3:PutBucketTagging and s3:DeleteBucket where something goes wrong.%n"
        },
        exitCodeListHeading = HelpText.EXIT_TITLE,
        exitCodeList = {
            "0:the bucket is there",
            "1:failed or refused: the message says why; there is no new bucket",
            HelpText.EXIT_USAGE
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class MakeBucketCommand implements Callable<Integer> {
    @Parameters(paramLabel = "BUCKET", description = "Its name, as s3://NAME or NAME.")
    private String bucket = "";

    @ArgGroup(validate = false, order = 1, heading = "%n@|bold What it is for|@%n")
    private final BirthOptions birth = new BirthOptions();

    @ArgGroup(validate = false, order = 2, heading = "%n@|bold Where|@%n")
    private final PlaceOptions where = new PlaceOptions();

    @ArgGroup(validate = false, order = 3, heading = "%n@|bold Output|@%n")
    private final OutputOptions output = new OutputOptions();

    private final Surroundings here;

    MakeBucketCommand(Surroundings here) {
        this.here = here;
    }

    /** What is written on the bucket. */
    static final class BirthOptions {
        @Option(
                names = "--ttl",
                paramLabel = "LENGTH",
                order = 11,
                description = "How long it lives from now, such as 12h or 7d.")
        @Nullable String ttl;

        @Option(
                names = "--expires",
                paramLabel = "DATE",
                order = 12,
                description =
                        "The last day it lives, such as 2026-12-31, or a time with its offset.")
        @Nullable String expires;

        @Option(
                names = "--owner",
                paramLabel = "WHO",
                order = 13,
                description = "Who is warned before it goes. Without it, the admin is.")
        @Nullable String owner;

        @Option(
                names = "--lab",
                paramLabel = "NAME",
                order = 14,
                description = "The lab it belongs to (default: the bucket's own name).")
        @Nullable String lab;

        @Option(
                names = "--versioning",
                order = 15,
                description = "Keep every version of its objects.")
        boolean versioning;

        @Option(
                names = "--anyway",
                order = 16,
                description =
                        "Also with a name that does not begin with the lab's prefix: nothing ever cleans it up then.")
        boolean anyway;

        @Option(
                names = "--lab-tag",
                paramLabel = "KEY",
                order = 17,
                description = "The tag that makes it a bucket of the lab (default: lab).")
        @Nullable String labTag;
    }

    /** Where it is made. */
    static final class PlaceOptions extends AccountOptions {
        @Option(
                names = "--region",
                paramLabel = "NAME",
                order = 3,
                description = "Its Region. Without it, the profile's.")
        @Nullable String region;
    }

    @Override
    public Integer call() {
        String name = legalName();
        requireOneEnd();
        String region = region();
        try (Visit visit = Visit.begin(here, where, region, birth.labTag)) {
            requirePrefix(name, visit.settings());
            LabTags keys = new LabTags(visit.settings().labTag());
            Instant now = visit.clock().instant();
            NewBucket wanted = new NewBucket(name, region, tags(keys, name, now), birth.versioning);
            Making making = new BucketMaker(visit.buckets(), visit.account()).make(wanted);
            if (making instanceof Making.NotMade(String why)) {
                throw new RefusedException(why);
            }
            show(wanted, visit, keys, now);
            if (making instanceof Making.Made(String note)) {
                messages().paragraph(0, Style.WARNING, note);
            }
            return ExitCode.COMPLETE;
        }
    }

    private String legalName() {
        String name = BucketArgument.unchecked(bucket);
        BucketName.refusal(name)
                .ifPresent(refusal -> {
                    throw new UsageException(refusal);
                });
        return name;
    }

    private void requireOneEnd() {
        if (birth.ttl != null && birth.expires != null) {
            throw new UsageException("--ttl and --expires exclude each other; use one of them");
        }
        if (birth.ttl != null && TagTime.length(birth.ttl).isEmpty()) {
            throw new UsageException(
                    "--ttl is \"%s\", but must be %s".formatted(birth.ttl, TagTime.LENGTH_ALLOWED));
        }
    }

    private String region() {
        String named = where.region;
        return named == null
                ? here.profiles()
                        .region(where.profile)
                        .orElseThrow(() ->
                                new UsageException(
                                        "no Region is configured. Name the bucket's with --region eu-west-1, or set"
                                                + " AWS_REGION"))
                : RegionArgument.name(named);
    }

    private void requirePrefix(String name, Settings settings) {
        String prefix = settings.buckets().prefix();
        if (!name.startsWith(prefix) && !birth.anyway) {
            throw new RefusedException(
                    "%s does not begin with %s, so the janitor would never clean it up. Call it %s, or add --anyway"
                            .formatted(name, prefix, BucketName.legal(prefix + name)));
        }
    }

    private Map<String, String> tags(LabTags keys, String name, Instant now) {
        Map<String, String> tags = new TreeMap<>();
        tags.put(keys.labKey(), birth.lab == null ? name : birth.lab);
        if (birth.owner != null) {
            tags.put(keys.ownerKey(), birth.owner);
        }
        if (birth.ttl != null) {
            tags.put(keys.ttlKey(), birth.ttl);
        }
        if (birth.expires != null) {
            FutureDate.of("--expires", birth.expires, now);
            tags.put(keys.expiresKey(), birth.expires);
        }
        TagValues.require(tags);
        return tags;
    }

    private void show(NewBucket made, Visit visit, LabTags keys, Instant now) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("account", visit.account());
        entries.putAll(new Way(here, where).whereUnusual());
        entries.put("Region", made.region());
        entries.put("lab", keys.lab(made.tags()).orElse(""));
        entries.put("owner", keys.owner(made.tags()).orElse("none; warnings go to the admin"));
        entries.put("end", end(made, visit.settings(), keys, now));
        entries.put("versioning", made.versioning() ? "on" : "off");
        if (output.json) {
            new DocumentOutput(here.terminal()).write(document(made, visit));
            return;
        }
        Screen screen = here.terminal().results(output.colours);
        screen.line(screen.paint(Style.GOOD_TITLE, "Made") + " s3://" + made.name());
        new Entries(screen).show(entries);
        BucketName.warning(made.name())
                .ifPresent(warning -> messages().paragraph(0, Style.WARNING, warning));
    }

    private static String end(NewBucket made, Settings settings, LabTags keys, Instant now) {
        Duration lifetime = settings.buckets().lifetime();
        return switch (keys.endOfLife(made.tags(), now)) {
            case EndOfLife.At at -> "%s, by its tag %s".formatted(Minutes.utc(at.end()), at.key());
            case EndOfLife.Unreadable(var tag) -> tag.sentence();
            case EndOfLife.Open() ->
                    lifetime == null
                            ? "none; it stays until it has one, see: janitor extend --help"
                            : "%s, by the default lifetime of %s"
                                    .formatted(
                                            Minutes.utc(TagTime.after(now, lifetime)),
                                            TagTime.text(lifetime));
        };
    }

    private static Map<String, Object> document(NewBucket made, Visit visit) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("bucket", made.name());
        fields.put("account", visit.account());
        fields.put("region", made.region());
        fields.put("versioning", made.versioning());
        fields.put("tags", new TreeMap<>(made.tags()));
        return fields;
    }

    private Screen messages() {
        return here.terminal().messages(output.colours);
    }
}
