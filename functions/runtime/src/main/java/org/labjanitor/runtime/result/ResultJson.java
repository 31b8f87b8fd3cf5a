package org.labjanitor.runtime.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;

/**
 * Writes a result as JSON. Items that may go, failed or are unknown come first; where a size limit
 * is set, the kept ones at the end are left out when it is reached, and their number is told.
 */
public final class ResultJson {
    /** Lambda's answer may hold 6 MB; this leaves room for what follows the items. */
    public static final int LAMBDA_LIMIT = 5_500_000;

    private final JsonFactory factory = new JsonFactory();
    private final int sizeLimit;

    private ResultJson(int sizeLimit) {
        this.sizeLimit = sizeLimit;
    }

    public static ResultJson withLimit(int bytes) {
        return new ResultJson(bytes);
    }

    public static ResultJson whole() {
        return new ResultJson(Integer.MAX_VALUE);
    }

    public void write(RunResult result, OutputStream out) throws IOException {
        CountingOutputStream counted = new CountingOutputStream(out);
        try (JsonGenerator json = factory.createGenerator(counted)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            writeHead(json, result);
            writeItems(json, result, counted);
            writeNotExamined(json, result.notExamined());
            writeNumbers(json, "apiCalls", result.apiCalls());
            json.writeEndObject();
        }
    }

    private static void writeHead(JsonGenerator json, RunResult result) throws IOException {
        json.writeStringField("sweep", result.sweep());
        json.writeStringField("runId", result.runId());
        json.writeStringField("mode", result.mode().id());
        json.writeStringField("account", result.account());
        json.writeStringField("startedAt", result.startedAt().toString());
        json.writeStringField("endedAt", result.endedAt().toString());
        json.writeStringField("outcome", result.status().id());
        json.writeBooleanField("continues", result.continues());
        writeOptional(json, "stopped", result.stopped());
        json.writeObjectFieldStart("settings");
        for (var setting : result.settings().entrySet()) {
            json.writeStringField(setting.getKey(), setting.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("examinedRegions");
        for (String region : result.examined()) {
            json.writeString(region);
        }
        json.writeEndArray();
        writeCounts(json, result);
        writeSavings(json, "possibleSavings", result.possibleSavings());
        writeSavings(json, "savings", result.savings());
    }

    private static void writeCounts(JsonGenerator json, RunResult result) throws IOException {
        json.writeObjectFieldStart("counts");
        json.writeNumberField("examined", result.items().size());
        json.writeNumberField("removable", result.removable());
        json.writeNumberField("keep", result.kept());
        json.writeNumberField("unknown", result.unknown());
        for (Outcome outcome : Outcome.values()) {
            json.writeNumberField(outcome.id(), result.with(outcome));
        }
        json.writeNumberField("not-examined", result.notExamined().size());
        json.writeEndObject();
    }

    private static void writeSavings(JsonGenerator json, String name, Savings savings)
            throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("dollarsPerMonth", savings.dollars());
        json.writeBooleanField("estimate", !savings.listed());
        json.writeNumberField("unpriced", savings.unpriced());
        json.writeEndObject();
    }

    private void writeItems(JsonGenerator json, RunResult result, CountingOutputStream counted)
            throws IOException {
        List<ResultItem> items =
                result.items().stream().sorted(Comparator.comparingInt(ResultJson::rank)).toList();
        int written = 0;
        json.writeArrayFieldStart("items");
        for (ResultItem item : items) {
            json.flush();
            if (counted.count() >= sizeLimit) {
                break;
            }
            writeItem(json, item);
            written++;
        }
        json.writeEndArray();
        json.writeNumberField("itemsLeftOut", items.size() - written);
    }

    private static int rank(ResultItem item) {
        if (item.failed()) {
            return 0;
        }
        return switch (item.verdict()) {
            case Removable _ -> 1;
            case Unknown _ -> 2;
            case Keep _ -> 3;
        };
    }

    private static void writeItem(JsonGenerator json, ResultItem item) throws IOException {
        Resource resource = item.resource();
        json.writeStartObject();
        json.writeStringField("id", resource.id());
        writeOptional(json, "name", resource.name());
        json.writeStringField("region", resource.region());
        writeOptional(json, "zone", resource.zone());
        json.writeStringField("type", resource.type());
        writeOptional(json, "owner", resource.owner());
        writeVerdict(json, item.verdict());
        json.writeStringField("action", item.action().id());
        writeOptional(json, "outcome", item.outcome() == null ? null : item.outcome().id());
        writeOptional(
                json,
                "outcomeDetail",
                item.outcomeDetail().isEmpty() ? null : item.outcomeDetail());
        writeCost(json, item.cost());
        if (item.contents() != null) {
            writeContents(json, item.contents());
        }
        if (item.deletions() != null) {
            writeDeletions(json, item.deletions());
        }
        if (!item.leftovers().isEmpty()) {
            writeLeftovers(json, item.leftovers());
        }
        json.writeEndObject();
    }

    private static void writeVerdict(JsonGenerator json, Verdict verdict) throws IOException {
        String kind;
        Enum<?> reason;
        switch (verdict) {
            case Removable removable -> {
                kind = "removable";
                reason = removable.reason();
            }
            case Keep keep -> {
                kind = "keep";
                reason = keep.reason();
            }
            case Unknown unknown -> {
                kind = "unknown";
                reason = unknown.reason();
            }
        }
        json.writeStringField("verdict", kind);
        json.writeStringField("reason", reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeStringField("explanation", verdict.explanation().sentence());
        json.writeArrayFieldStart("evidence");
        for (Fact fact : verdict.explanation().facts()) {
            json.writeStartObject();
            json.writeStringField("name", fact.name());
            json.writeStringField("value", fact.value());
            json.writeStringField("source", fact.source());
            writeOptional(json, "at", fact.at() == null ? null : fact.at().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeCost(JsonGenerator json, MonthlyCost cost) throws IOException {
        switch (cost) {
            case Priced priced -> {
                json.writeNumberField("dollarsPerMonth", priced.dollars());
                json.writeBooleanField("estimate", !priced.listed());
            }
            case Unpriced unpriced -> json.writeStringField("priceUnknown", unpriced.why());
        }
    }

    private static void writeContents(JsonGenerator json, Contents contents) throws IOException {
        json.writeObjectFieldStart("contents");
        json.writeNumberField("objects", contents.objects());
        json.writeNumberField("bytes", contents.bytes());
        writeNumbers(json, "bytesByClass", contents.bytesByClass());
        json.writeStringField("asOf", contents.asOf().toString());
        json.writeEndObject();
    }

    private static void writeDeletions(JsonGenerator json, Deletions deletions) throws IOException {
        json.writeObjectFieldStart("deletions");
        json.writeNumberField("versions", deletions.versions());
        json.writeNumberField("markers", deletions.markers());
        json.writeNumberField("uploads", deletions.uploads());
        json.writeNumberField("bytes", deletions.bytes());
        json.writeEndObject();
    }

    private static void writeLeftovers(JsonGenerator json, List<Leftover> leftovers)
            throws IOException {
        json.writeArrayFieldStart("leftovers");
        for (Leftover leftover : leftovers) {
            json.writeStartObject();
            json.writeStringField("kind", leftover.kind());
            json.writeStringField("id", leftover.id());
            writeCost(json, leftover.cost());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeNotExamined(JsonGenerator json, List<NotExamined> notExamined)
            throws IOException {
        json.writeArrayFieldStart("notExamined");
        for (NotExamined item : notExamined) {
            json.writeStartObject();
            json.writeStringField("what", item.what());
            json.writeStringField("why", item.why());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeNumbers(JsonGenerator json, String name, Map<String, Long> numbers)
            throws IOException {
        json.writeObjectFieldStart(name);
        for (var number : new TreeMap<>(numbers).entrySet()) {
            json.writeNumberField(number.getKey(), number.getValue());
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
