package org.labjanitor.runtime.requests;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what became of an event's request files as JSON. */
public final class FileAnswersJson {
    private final JsonFactory factory = new JsonFactory();

    public void write(List<FileAnswer> answers, OutputStream out) throws IOException {
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("requests");
            for (FileAnswer answer : answers) {
                write(answer, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(FileAnswer answer, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", answer.key());
        writeOptional(json, "version", answer.versionId());
        json.writeStringField("state", answer.state().id());
        writeOptional(json, "detail", answer.detail().isEmpty() ? null : answer.detail());
        writeOptional(json, "runId", answer.runId());
        writeOptional(json, "answer", answer.answer());
        writeOptional(json, "outcome", answer.outcome() == null ? null : answer.outcome().id());
        json.writeEndObject();
    }

    private static void writeOptional(JsonGenerator json, String name, @Nullable String value)
            throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
