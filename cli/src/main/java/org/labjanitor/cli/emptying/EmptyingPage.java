package org.labjanitor.cli.emptying;

import java.util.LinkedHashMap;
import java.util.Map;
import org.labjanitor.buckets.emptying.Refusal;
import org.labjanitor.buckets.inventory.TagAnswer;
import org.labjanitor.buckets.removal.AfterEmptying;
import org.labjanitor.buckets.storage.Storage;
import org.labjanitor.cli.report.DeletionWords;
import org.labjanitor.cli.report.Noun;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.core.tag.LabTags;

/** The emptying of a bucket as a page for a person. */
public final class EmptyingPage {
    private static final int LABELS = 14;
    private static final int INDENT = 6;

    private final Screen screen;
    private final LabTags labTags;
    private final Map<String, String> connection;

    /**
     * A page on this screen.
     *
     * @param connection what a person has to know about the way to AWS, such as its endpoint
     */
    public EmptyingPage(Screen screen, LabTags labTags, Map<String, String> connection) {
        this.screen = screen;
        this.labTags = labTags;
        this.connection = connection;
    }

    /** What was found before anything was changed. */
    public void show(BucketSight sight, AfterEmptying after) {
        String then =
                switch (after) {
                    case DELETE -> "deletes everything in it, and then the bucket";
                    case KEEP -> "deletes everything in it; the bucket stays";
                };
        screen.line(
                screen.paint(Style.BOLD, "Emptying " + screen.safe(address(sight)))
                        + "  "
                        + screen.paint(Style.DIM, then));
        entries(sight).forEach(this::entry);
    }

    /** How much there is to lose, as CloudWatch saw it last. */
    public void show(Storage storage) {
        entry("holds", HoldingsWords.of(storage));
    }

    private void entry(String label, String value) {
        String lead = "  " + screen.fit().left(label, LABELS - 2);
        screen.paragraph(screen.paint(Style.DIM, lead), LABELS, Style.PLAIN, value);
    }

    private Map<String, String> entries(BucketSight sight) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("account", sight.account());
        entries.putAll(connection);
        if (!sight.picture().region().isEmpty()) {
            entries.put("Region", sight.picture().region());
            entries.put(
                    "versioning", sight.picture().versioned() ? "is or was on" : "was never on");
        }
        if (sight.tags() instanceof TagAnswer.Known(Map<String, String> tags)) {
            entries.put("lab", labTags.lab(tags).orElse("none"));
            labTags.owner(tags).ifPresent(owner -> entries.put("owner", owner));
        }
        return entries;
    }

    /** Asks for what nobody types by habit. */
    public void ask(AfterEmptying after) {
        screen.blank();
        screen.paragraph(
                0,
                Style.BAD_TITLE,
                after == AfterEmptying.DELETE
                        ? "This DELETES everything in it for good, and the bucket too."
                        : "This DELETES everything in it for good.");
        screen.prompt("Type its name to go on; anything else stops here: ");
    }

    /** What came of it. */
    public void show(Emptied emptied) {
        screen.blank();
        Headline headline = Headline.of(emptied);
        screen.line(
                screen.paint(headline.style(), headline.words())
                        + " "
                        + screen.glyphs().dot()
                        + " "
                        + screen.safe(address(emptied.sight())));
        screen.paragraph(2, Style.PLAIN, deleted(emptied));
        if (!emptied.isStopped()) {
            Style style = emptied.isDone() ? Style.PLAIN : Style.BAD;
            screen.paragraph(2, style, emptied.removal().detail());
        }
        emptied.refusals().forEach(this::show);
    }

    private static String deleted(Emptied emptied) {
        Noun version =
                emptied.sight().picture().versioned()
                        ? new Noun("version", "versions")
                        : new Noun("object", "objects");
        String rate =
                emptied.keysPerSecond() == 0
                        ? ""
                        : ", %s keys/s".formatted(EmptyingWords.number(emptied.keysPerSecond()));
        return "Deleted %s in %s%s."
                .formatted(
                        DeletionWords.of(emptied.deletions(), version),
                        EmptyingWords.time(emptied.time()),
                        rate);
    }

    private void show(Refusal refusal) {
        screen.paragraph(
                2,
                Style.BAD,
                "Refused: %s %s, %s: %s"
                        .formatted(
                                EmptyingWords.number(refusal.keys()),
                                refusal.keys() == 1 ? "key" : "keys",
                                refusal.code(),
                                refusal.message()));
        screen.paragraph(INDENT, Style.PLAIN, RefusalWords.meaning(refusal.code()));
        String bullet = " ".repeat(INDENT) + screen.glyphs().bullet() + " ";
        refusal.samples().forEach(key -> screen.paragraph(bullet, INDENT + 2, Style.DIM, key));
    }

    /** Where a stopped emptying stands, and how to go on. */
    public static String stopped(Emptied emptied) {
        return "stopped: %s are gone, the bucket is still there; run the same command again to go on"
                .formatted(EmptyingWords.keys(emptied.standing()));
    }

    private static String address(BucketSight sight) {
        return "s3://" + sight.bucket();
    }

    /** The outcome in a word or two. */
    private record Headline(String words, Style style) {
        static Headline of(Emptied emptied) {
            if (emptied.isStopped()) {
                return new Headline("Stopped", Style.WARNING_TITLE);
            }
            return switch (emptied.removal().outcome()) {
                case REMOVED -> new Headline("Gone", Style.GOOD_TITLE);
                case EMPTIED -> new Headline("Empty", Style.GOOD_TITLE);
                case GONE_ALREADY -> new Headline("Gone already", Style.GOOD_TITLE);
                case UNFINISHED -> new Headline("Emptied in part", Style.WARNING_TITLE);
                case STILL_THERE -> new Headline("Still there after all", Style.BAD_TITLE);
                case REFUSED -> new Headline("Refused", Style.BAD_TITLE);
                case NOT_REACHED -> new Headline("Not begun", Style.BAD_TITLE);
            };
        }
    }
}
