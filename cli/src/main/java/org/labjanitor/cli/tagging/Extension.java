package org.labjanitor.cli.tagging;

import java.time.Duration;
import java.time.Instant;
import org.labjanitor.core.tag.EndOfLife;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.tag.TagTime;
import org.labjanitor.core.time.Minutes;

/**
 * Moves ends of life by a length of time, from the end that holds or from now, whichever is later.
 *
 * @param labTags how tags are read
 * @param by how far
 * @param longest how far from now an end may be
 * @param givesEnds whether what has no end gets one
 * @param now the time
 */
public record Extension(
        LabTags labTags, Duration by, Duration longest, boolean givesEnds, Instant now) {
    /** What becomes of a piece's end. */
    public sealed interface Plan {
        /**
         * It moves.
         *
         * @param old the end as it is, in words
         * @param end the new one
         * @param value what the expires tag is to hold
         */
        record Move(String old, Instant end, String value) implements Plan {}

        /** It stays as it is; {@code why} is half a sentence. */
        record Stay(String old, String why) implements Plan {}
    }

    /** What becomes of this piece. */
    public Plan of(Piece piece) {
        if (labTags.lab(piece.tags()).isEmpty()) {
            return new Plan.Stay(
                    "", "it has no tag %s, so it is none of the lab's".formatted(labTags.labKey()));
        }
        boolean countsFromBegin = piece.tags().containsKey(labTags.ttlKey());
        if (piece.begin() == null && countsFromBegin) {
            return new Plan.Stay("?", "AWS did not tell from when its ttl counts");
        }
        Instant begin = piece.begin() == null ? now : piece.begin();
        return switch (labTags.endOfLife(piece.tags(), begin)) {
            case EndOfLife.Unreadable(var tag) -> new Plan.Stay("?", tag.sentence());
            case EndOfLife.Open() ->
                    givesEnds
                            ? moved("none", now)
                            : new Plan.Stay("none", "it has no end; --set gives it one");
            case EndOfLife.At at -> moved(Minutes.utc(at.end()), at.isOver(now) ? now : at.end());
        };
    }

    private Plan moved(String old, Instant from) {
        Instant wanted = TagTime.after(from, by);
        Instant latest = TagTime.after(now, longest);
        if (wanted.isAfter(latest)) {
            return new Plan.Stay(
                    old,
                    "that would be more than %s from now; %s is the latest end"
                            .formatted(TagTime.text(longest), Minutes.utc(latest)));
        }
        String value = TagTime.text(wanted);
        return new Plan.Move(old, TagTime.end(value).orElse(wanted), value);
    }
}
