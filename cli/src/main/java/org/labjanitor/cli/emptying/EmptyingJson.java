package org.labjanitor.cli.emptying;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.labjanitor.buckets.emptying.EmptyingEnd;
import org.labjanitor.buckets.emptying.EmptyingResult;
import org.labjanitor.buckets.emptying.Refusal;
import org.labjanitor.runtime.result.Deletions;

/** The emptying of a bucket as a document for programs. */
public final class EmptyingJson {
    /** Writes the document and an end of line; the stream stays open. */
    public void write(Emptied emptied, OutputStream out) throws IOException {
        JsonFactory factory = new JsonFactory();
        factory.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            writeHead(json, emptied);
            writeCounts(json, emptied);
            writeRefusals(json, emptied);
            json.writeEndObject();
            json.writeRaw('\n');
        }
        out.flush();
    }

    private static void writeHead(JsonGenerator json, Emptied emptied) throws IOException {
        json.writeStringField("bucket", emptied.sight().bucket());
        json.writeStringField("account", emptied.sight().account());
        json.writeStringField("region", emptied.sight().picture().region());
        json.writeBooleanField("versioned", emptied.sight().picture().versioned());
        json.writeStringField("outcome", emptied.removal().outcome().id());
        if (!emptied.removal().detail().isEmpty()) {
            json.writeStringField("detail", emptied.removal().detail());
        }
        EmptyingEnd end = emptied.end();
        if (end != null) {
            json.writeStringField("end", end.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private static void writeCounts(JsonGenerator json, Emptied emptied) throws IOException {
        Deletions deletions = emptied.deletions();
        json.writeNumberField("versions", deletions.versions());
        json.writeNumberField("markers", deletions.markers());
        json.writeNumberField("uploads", deletions.uploads());
        json.writeNumberField("bytes", deletions.bytes());
        json.writeNumberField("seconds", emptied.time().toMillis() / 1000.0);
        json.writeNumberField("keysPerSecond", emptied.keysPerSecond());
        EmptyingResult emptying = emptied.removal().emptying();
        if (emptying != null) {
            json.writeNumberField("keysInVain", emptying.keysInVain());
            json.writeNumberField("throttles", emptying.throttles());
        }
    }

    private static void writeRefusals(JsonGenerator json, Emptied emptied) throws IOException {
        json.writeArrayFieldStart("refusals");
        for (Refusal refusal : emptied.refusals()) {
            json.writeStartObject();
            json.writeStringField("code", refusal.code());
            json.writeStringField("message", refusal.message());
            json.writeNumberField("keys", refusal.keys());
            json.writeArrayFieldStart("samples");
            for (String key : refusal.samples()) {
                json.writeString(key);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
