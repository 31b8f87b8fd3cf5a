package org.labjanitor.runtime.requests;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.labjanitor.runtime.trigger.RequestObject;

/** What is answered to a request that could not be run: every fault, and which version had it. */
record ErrorDocument(RequestObject object, String runId, Instant at) {
    byte[] of(List<String> faults) {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(document)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("request", object.key());
            if (object.versionId() != null) {
                json.writeStringField("version", object.versionId());
            }
            json.writeStringField("runId", runId);
            json.writeStringField("at", at.toString());
            json.writeArrayFieldStart("faults");
            for (String fault : faults) {
                json.writeString(fault);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return document.toByteArray();
    }
}
