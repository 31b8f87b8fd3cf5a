package org.labjanitor.launcher.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a launch's result as JSON. A lab has 1,000 instances at most, so that an answer stays far
 * below Lambda's 6 MB.
 */
public final class LaunchResultJson {
    private final JsonFactory factory = new JsonFactory();

    public void write(LaunchResult result, OutputStream out) throws IOException {
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            writeHead(json, result);
            writeEstimate(json, result);
            json.writeArrayFieldStart("faults");
            for (String fault : result.faults()) {
                json.writeString(fault);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("pieces");
            for (LaunchedPiece piece : result.pieces()) {
                writePiece(json, piece);
            }
            json.writeEndArray();
            writeCalls(json, result);
            json.writeEndObject();
        }
    }

    private static void writeHead(JsonGenerator json, LaunchResult result) throws IOException {
        json.writeStringField("runId", result.runId());
        json.writeStringField("mode", result.mode().id());
        json.writeStringField("account", result.account());
        json.writeStringField("startedAt", result.startedAt().toString());
        json.writeStringField("endedAt", result.endedAt().toString());
        json.writeStringField("outcome", result.status().id());
        json.writeStringField("lab", result.lab());
        json.writeStringField("region", result.region());
        json.writeStringField("end", result.end().toString());
        json.writeBooleanField("endKept", result.endKept());
        json.writeObjectFieldStart("counts");
        for (PieceState state : PieceState.values()) {
            json.writeNumberField(state.id(), result.with(state));
        }
        json.writeEndObject();
    }

    private static void writeEstimate(JsonGenerator json, LaunchResult result) throws IOException {
        json.writeObjectFieldStart("estimate");
        json.writeNumberField("dollarsUntilEnd", result.estimate().untilEnd());
        json.writeNumberField("dollarsPerMonth", result.estimate().aMonth());
        json.writeBooleanField("estimate", !result.isListed());
        json.writeStringField("prices", result.priceSource());
        json.writeEndObject();
    }

    private static void writePiece(JsonGenerator json, LaunchedPiece piece) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", piece.kind().id());
        json.writeStringField("piece", piece.key());
        json.writeStringField("state", piece.state().id());
        json.writeNumberField("wanted", piece.wanted());
        json.writeNumberField("there", piece.there());
        json.writeStringField("what", piece.what());
        writeOptional(json, "student", piece.student());
        writeOptional(json, "detail", piece.detail().isEmpty() ? null : piece.detail());
        writeOptional(json, "link", piece.link());
        if (!piece.instances().isEmpty()) {
            json.writeArrayFieldStart("instances");
            for (LaunchedInstance instance : piece.instances()) {
                writeInstance(json, instance);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void writeInstance(JsonGenerator json, LaunchedInstance instance)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("id", instance.id());
        json.writeStringField("zone", instance.zone());
        json.writeStringField("state", instance.state());
        writeOptional(json, "publicIp", instance.publicIp());
        writeOptional(json, "publicDns", instance.publicDns());
        writeOptional(json, "privateIp", instance.privateIp());
        writeOptional(json, "console", instance.console());
        writeOptional(json, "connect", instance.connect());
        json.writeEndObject();
    }

    private static void writeCalls(JsonGenerator json, LaunchResult result) throws IOException {
        json.writeObjectFieldStart("apiCalls");
        for (var call : new TreeMap<>(result.apiCalls()).entrySet()) {
            json.writeNumberField(call.getKey(), call.getValue());
        }
        json.writeEndObject();
    }

    private static void writeOptional(JsonGenerator json, String name, @Nullable String value)
            throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
