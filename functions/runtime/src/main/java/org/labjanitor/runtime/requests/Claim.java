package org.labjanitor.runtime.requests;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.json.Faults;
import org.labjanitor.runtime.json.JsonFields;
import org.labjanitor.runtime.json.StrictJson;

/**
 * Who has which version of a request.
 *
 * @param version names the content: S3's version id, or ETag and time where there is none
 * @param sequencer of the event that brought it; null where the event had none
 * @param runId the run that has it
 * @param nonce tells the claims of two deliveries apart that share a run id
 * @param at when it was claimed
 * @param done whether the run came to its end
 */
record Claim(
        String version,
        @Nullable String sequencer,
        String runId,
        String nonce,
        Instant at,
        boolean done) {
    /**
     * After this time a run is dead that has not come to its end: Lambda lets none live longer than
     * 15 minutes, and clocks may differ a little.
     */
    static final Duration LONGEST_LIFE = Duration.ofMinutes(16);

    /**
     * Reads a claim.
     *
     * @throws org.labjanitor.runtime.json.BadRequestException if the document is no claim
     */
    static Claim read(byte[] document) {
        Faults faults = new Faults();
        JsonFields fields = new JsonFields(new StrictJson().object(document), faults);
        String version = fields.string("version").orElse("");
        String sequencer = fields.string("sequencer").orElse(null);
        String runId = fields.string("run").orElse("");
        String nonce = fields.string("nonce").orElse("");
        Instant at = instant(fields);
        boolean done = fields.bool("done").orElse(false);
        faults.throwIfAny();
        return new Claim(version, sequencer, runId, nonce, at, done);
    }

    private static Instant instant(JsonFields fields) {
        try {
            return Instant.parse(fields.string("at").orElse(""));
        } catch (DateTimeException e) {
            fields.fault("at", "is no time");
            return Instant.EPOCH;
        }
    }

    byte[] document() {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(document)) {
            json.writeStartObject();
            json.writeStringField("version", version);
            if (sequencer != null) {
                json.writeStringField("sequencer", sequencer);
            }
            json.writeStringField("run", runId);
            json.writeStringField("nonce", nonce);
            json.writeStringField("at", at.toString());
            json.writeBooleanField("done", done);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return document.toByteArray();
    }

    Claim asDone() {
        return new Claim(version, sequencer, runId, nonce, at, true);
    }

    boolean isOf(Claim other) {
        return nonce.equals(other.nonce);
    }

    /** Whether its run has died on the way. */
    boolean isDead(Instant now) {
        return !done && at.plus(LONGEST_LIFE).isBefore(now);
    }
}
