package org.labjanitor.core.tag;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lab's tags. Every value is readable or reported as {@link UnreadableTag}; reading never
 * throws.
 *
 * @param labKey key of the tag that opts a resource in; the other keys begin with it and a colon
 */
public record LabTags(String labKey) {
    public static final String DEFAULT_LAB_KEY = "lab";

    private static final int LONGEST_KEY = 100;
    private static final String KEEP_ALLOWED = "true, false, " + TagTime.DATE_ALLOWED;

    public LabTags {
        if (labKey.isBlank()
                || !labKey.equals(labKey.strip())
                || labKey.length() > LONGEST_KEY
                || labKey.toLowerCase(Locale.ROOT).startsWith("aws:")) {
            throw new IllegalArgumentException(
                    "lab tag key must have 1 to "
                            + LONGEST_KEY
                            + " characters, no space around them, and not begin with aws:, but is \""
                            + labKey
                            + "\"");
        }
    }

    /** The tags under their usual names. */
    public static LabTags standard() {
        return new LabTags(DEFAULT_LAB_KEY);
    }

    public String ownerKey() {
        return labKey + ":owner";
    }

    public String expiresKey() {
        return labKey + ":expires";
    }

    public String ttlKey() {
        return labKey + ":ttl";
    }

    public String keepKey() {
        return labKey + ":keep";
    }

    /** Key of the tag that names a resource's place in the lab that it was launched with. */
    public String pieceKey() {
        return labKey + ":piece";
    }

    /** Key of the tag in which a person says why it is kept; for people to see, never read. */
    public String keepReasonKey() {
        return labKey + ":keep-reason";
    }

    /** Key of the tag that we write for the owner to see; never read back as state. */
    public String janitorKey() {
        return labKey + ":janitor";
    }

    /** The lab's name; empty where the resource is none of ours. */
    public Optional<String> lab(Map<String, String> tags) {
        return Optional.ofNullable(tags.get(labKey));
    }

    /** Who gets the notice; empty where nobody is named. */
    public Optional<String> owner(Map<String, String> tags) {
        return Optional.ofNullable(tags.get(ownerKey()))
                .map(String::strip)
                .filter(owner -> !owner.isEmpty());
    }

    public KeepTag keep(Map<String, String> tags) {
        String value = tags.get(keepKey());
        if (value == null) {
            return new KeepTag.None();
        }
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> new KeepTag.Always();
            case "false" -> new KeepTag.None();
            default -> keepUntil(value);
        };
    }

    private KeepTag keepUntil(String value) {
        return TagTime.end(value)
                .<KeepTag>map(KeepTag.Until::new)
                .orElseGet(() ->
                        new KeepTag.Unreadable(new UnreadableTag(keepKey(), value, KEEP_ALLOWED)));
    }

    /**
     * When the resource's time is over. With both tags the later end counts, and an unreadable one
     * makes the end unreadable.
     *
     * @param begin first launch or creation, from which a ttl counts
     */
    public EndOfLife endOfLife(Map<String, String> tags, Instant begin) {
        EndOfLife expires = expires(tags.get(expiresKey()));
        EndOfLife ttl = ttl(tags.get(ttlKey()), begin);
        if (expires instanceof EndOfLife.At first && ttl instanceof EndOfLife.At second) {
            return first.end().isBefore(second.end()) ? second : first;
        }
        if (expires instanceof EndOfLife.Unreadable || ttl instanceof EndOfLife.Open) {
            return expires;
        }
        return ttl;
    }

    private EndOfLife expires(@Nullable String value) {
        if (value == null) {
            return new EndOfLife.Open();
        }
        return TagTime.end(value)
                .<EndOfLife>map(end -> new EndOfLife.At(end, expiresKey(), value))
                .orElseGet(() -> unreadable(expiresKey(), value, TagTime.DATE_ALLOWED));
    }

    private EndOfLife ttl(@Nullable String value, Instant begin) {
        if (value == null) {
            return new EndOfLife.Open();
        }
        Optional<Duration> length = TagTime.length(value);
        return length.<EndOfLife>map(
                        ttl -> new EndOfLife.At(TagTime.after(begin, ttl), ttlKey(), value))
                .orElseGet(() -> unreadable(ttlKey(), value, TagTime.LENGTH_ALLOWED));
    }

    private static EndOfLife unreadable(String key, String value, String allowed) {
        return new EndOfLife.Unreadable(new UnreadableTag(key, value, allowed));
    }
}
