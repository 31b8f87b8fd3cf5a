package org.labjanitor.runtime.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.grace.Claim;
import org.labjanitor.core.grace.Course;
import org.labjanitor.core.grace.Entry;
import org.labjanitor.core.grace.Notice;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.RunningTotal;

/** Writes a ledger as JSON, one entry a line, so that a person can search it. */
final class LedgerWriter {
    /** The number of the format; one that is higher was written by a newer version. */
    static final int FORMAT = 1;

    private final JsonFactory factory = new JsonFactory();

    byte[] write(Ledger ledger) {
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream(256 + 400 * ledger.entries().size());
        try (JsonGenerator json = factory.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeStringField("sweep", ledger.place().sweep());
            json.writeStringField("account", ledger.place().account());
            json.writeStringField("region", ledger.place().region());
            writeTotal(json, ledger.total());
            json.writeObjectFieldStart("entries");
            for (Map.Entry<String, LedgerEntry> entry : ledger.entries().entrySet()) {
                json.writeRaw('\n');
                json.writeFieldName(entry.getKey());
                writeEntry(json, entry.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void writeTotal(JsonGenerator json, RunningTotal total) throws IOException {
        json.writeObjectFieldStart("total");
        json.writeStringField("since", total.since().toString());
        json.writeNumberField("removed", total.removed());
        json.writeNumberField("dollarsPerMonth", total.dollarsPerMonth());
        json.writeBooleanField("listed", total.listed());
        json.writeEndObject();
    }

    private static void writeEntry(JsonGenerator json, LedgerEntry ledgerEntry) throws IOException {
        Entry entry = ledgerEntry.entry();
        json.writeStartObject();
        json.writeStringField("firstSeen", entry.firstSeen().toString());
        writeCourse(json, entry.course());
        if (entry.tried()) {
            json.writeBooleanField("tried", true);
        }
        if (entry.claim() != null) {
            writeClaim(json, entry.claim());
        }
        if (ledgerEntry.subjectOrNull() != null) {
            writeSubject(json, ledgerEntry.subjectOrNull());
        }
        json.writeEndObject();
    }

    private static void writeCourse(JsonGenerator json, Course course) throws IOException {
        switch (course) {
            case Course.Seen _ -> {}
            case Course.Unwarned(Instant since) -> {
                json.writeStringField("course", "unwarned");
                json.writeStringField("removableSince", since.toString());
            }
            case Course.Warned(Instant since, Notice notice) -> {
                json.writeStringField("course", "warned");
                json.writeStringField("removableSince", since.toString());
                writeNotice(json, notice);
            }
            case Course.Withdrawn(Notice notice) -> {
                json.writeStringField("course", "withdrawn");
                writeNotice(json, notice);
            }
            case Course.Ended(Instant at, String how) -> {
                json.writeStringField("course", "ended");
                json.writeStringField("endedAt", at.toString());
                json.writeStringField("how", how);
            }
        }
    }

    private static void writeNotice(JsonGenerator json, Notice notice) throws IOException {
        json.writeStringField("noticedAt", notice.acceptedAt().toString());
        json.writeStringField("deadline", notice.deadline().toString());
    }

    private static void writeClaim(JsonGenerator json, Claim claim) throws IOException {
        json.writeObjectFieldStart("claim");
        json.writeStringField("run", claim.runId());
        json.writeStringField("holder", claim.holder());
        json.writeStringField("at", claim.at().toString());
        json.writeEndObject();
    }

    private static void writeSubject(JsonGenerator json, Subject subject) throws IOException {
        Resource resource = subject.resource();
        json.writeObjectFieldStart("subject");
        writeOptional(json, "name", resource.name());
        writeOptional(json, "zone", resource.zone());
        json.writeStringField("type", resource.type());
        writeOptional(json, "owner", resource.owner());
        writeOptional(json, "since", resource.since() == null ? null : resource.since().toString());
        json.writeStringField("planned", name(subject.planned()));
        writeCost(json, subject.cost());
        json.writeStringField("reason", name(subject.reason()));
        json.writeStringField("sentence", subject.sentence());
        json.writeStringField("evidence", subject.evidence());
        json.writeEndObject();
    }

    private static void writeCost(JsonGenerator json, MonthlyCost cost) throws IOException {
        switch (cost) {
            case Priced(var dollars, boolean listed) -> {
                json.writeNumberField("dollarsPerMonth", dollars);
                json.writeBooleanField("listed", listed);
            }
            case Unpriced(String why) -> json.writeStringField("priceUnknown", why);
        }
    }

    /** How an enum's constant is written. */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant's name behind what is written. */
    static String constant(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static void writeOptional(JsonGenerator json, String name, @Nullable String value)
            throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
