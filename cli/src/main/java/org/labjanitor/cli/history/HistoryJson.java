package org.labjanitor.cli.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;

/** The history for other programs. */
public final class HistoryJson {
    private final JsonFactory factory = new JsonFactory();

    /** Writes it, and leaves the stream open. */
    public void write(History history, String bucket, OutputStream out) throws IOException {
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("bucket", bucket);
            json.writeArrayFieldStart("runs");
            for (PastRun run : history.runs()) {
                writeRun(json, run);
            }
            json.writeEndArray();
            writeGaps(json, history);
            writeTotal(json, history);
            json.writeEndObject();
        }
    }

    private static void writeRun(JsonGenerator json, PastRun run) throws IOException {
        json.writeStartObject();
        json.writeStringField("runId", run.runId());
        json.writeStringField("sweep", run.sweep());
        json.writeStringField("startedAt", run.startedAt().toString());
        json.writeStringField("report", run.key());
        json.writeArrayFieldStart("removed");
        for (Removed removed : run.removed()) {
            writeRemoved(json, removed);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeRemoved(JsonGenerator json, Removed removed) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", removed.id());
        writeOptional(json, "name", removed.name());
        json.writeStringField("type", removed.type());
        json.writeStringField("region", removed.region());
        writeOptional(json, "owner", removed.owner());
        json.writeStringField("action", removed.action());
        json.writeStringField("outcome", removed.outcome());
        json.writeStringField("reason", removed.reason());
        json.writeStringField("explanation", removed.why());
        switch (removed.cost()) {
            case Priced(BigDecimal dollars, boolean listed) -> {
                json.writeNumberField("dollarsPerMonth", dollars);
                json.writeBooleanField("estimate", !listed);
            }
            case Unpriced(String lack) -> json.writeStringField("priceUnknown", lack);
        }
        json.writeEndObject();
    }

    private static void writeGaps(JsonGenerator json, History history) throws IOException {
        json.writeArrayFieldStart("notRead");
        for (NotRead gap : history.notRead()) {
            json.writeStartObject();
            json.writeStringField("report", gap.key());
            json.writeStringField("why", gap.why());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("olderReports", history.olderReports());
    }

    private static void writeTotal(JsonGenerator json, History history) throws IOException {
        BigDecimal dollars = new BigDecimal("0.00");
        boolean listed = true;
        int unpriced = 0;
        for (MonthlyCost cost : history.costs()) {
            switch (cost) {
                case Priced priced -> {
                    dollars = dollars.add(priced.dollars());
                    listed &= priced.listed();
                }
                case Unpriced _ -> unpriced++;
            }
        }
        json.writeObjectFieldStart("total");
        json.writeNumberField("removed", history.removed());
        json.writeNumberField("dollarsPerMonth", dollars);
        json.writeBooleanField("estimate", !listed || unpriced > 0);
        json.writeNumberField("unpriced", unpriced);
        json.writeEndObject();
    }

    private static void writeOptional(JsonGenerator json, String name, @Nullable String value)
            throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
