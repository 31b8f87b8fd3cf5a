package org.labjanitor.launcher.request;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.labjanitor.core.launch.LabTerm;
import org.labjanitor.core.tag.TagTime;
import org.labjanitor.runtime.json.JsonFields;

/** Reads when a lab ends: a moment or a length of time, and exactly one of them. */
final class TermReader {
    private final Duration longest;
    private final InstantSource clock;

    TermReader(Duration longest, InstantSource clock) {
        this.longest = longest;
        this.clock = clock;
    }

    /** The term; empty where a fault was noted. */
    Optional<LabTerm> read(JsonFields fields) {
        Optional<String> expires = fields.string("expires");
        Optional<String> ttl = fields.string("ttl");
        if (fields.has("expires") && fields.has("ttl")) {
            fields.fault("ttl", "cannot stand beside expires; give one of them");
            return Optional.empty();
        }
        if (!fields.has("expires") && !fields.has("ttl")) {
            fields.fault(
                    "expires",
                    "is missing, and so is ttl; a lab must have an end: give one of them, such as \"ttl\": \"8h\"");
            return Optional.empty();
        }
        return expires.flatMap(text -> until(fields, text))
                .or(() -> ttl.flatMap(text -> lasting(fields, text)));
    }

    private Optional<LabTerm> until(JsonFields fields, String text) {
        Optional<Instant> end = TagTime.end(text);
        if (end.isEmpty()) {
            return refuse(fields, "expires", text, "must be " + TagTime.DATE_ALLOWED);
        }
        if (!end.get().isAfter(clock.instant())) {
            return refuse(fields, "expires", text, "that is over already");
        }
        return within(fields, "expires", text, LabTerm.until(end.get()));
    }

    private Optional<LabTerm> lasting(JsonFields fields, String text) {
        Optional<Duration> length = TagTime.length(text);
        if (length.isEmpty()) {
            return refuse(fields, "ttl", text, "must be " + TagTime.LENGTH_ALLOWED);
        }
        if (length.get().compareTo(longest) > 0) {
            return tooLong(fields, "ttl", text);
        }
        return Optional.of(LabTerm.lasting(length.get(), clock.instant()));
    }

    private Optional<LabTerm> within(JsonFields fields, String key, String text, LabTerm term) {
        return term.end().isAfter(TagTime.after(clock.instant(), longest))
                ? tooLong(fields, key, text)
                : Optional.of(term);
    }

    private Optional<LabTerm> tooLong(JsonFields fields, String key, String text) {
        return refuse(
                fields,
                key,
                text,
                "a lab may last %s at most (JANITOR_LAUNCH_LONGEST)"
                        .formatted(TagTime.text(longest)));
    }

    private static Optional<LabTerm> refuse(
            JsonFields fields, String key, String text, String why) {
        fields.fault(key, "is %s, but %s".formatted(JsonFields.quoted(text), why));
        return Optional.empty();
    }
}
