package org.labjanitor.runtime.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;

/**
 * Writes a result as JSON. Items that may go, failed or are unknown come first; where a size limit
 * is set, the kept ones at the end are left out when it is reached, and their number is told.
 */
public final class ResultJson {
    /** Lambda's answer may hold 6 MB; this leaves room for what follows the items. */
    public static final int LAMBDA_LIMIT = 5_500_000;

    private final JsonFactory factory = new JsonFactory();
    private final int sizeLimit;
    private final ItemJson itemJson;

    private ResultJson(int sizeLimit, ItemJson itemJson) {
        this.sizeLimit = sizeLimit;
        this.itemJson = itemJson;
    }

    /** For an answer: without the courses of CPUs, and cut where it gets too long. */
    public static ResultJson withLimit(int bytes) {
        return new ResultJson(bytes, new ItemJson(false));
    }

    /** For a report: everything. */
    public static ResultJson whole() {
        return new ResultJson(Integer.MAX_VALUE, new ItemJson(true));
    }

    public void write(RunResult result, OutputStream out) throws IOException {
        CountingOutputStream counted = new CountingOutputStream(out);
        try (JsonGenerator json = factory.createGenerator(counted)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            writeHead(json, result);
            writeItems(json, result, counted);
            writeNotExamined(json, result.notExamined());
            writeCorrespondence(json, result.correspondence());
            ItemJson.writeNumbers(json, "apiCalls", result.apiCalls());
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
        ItemJson.writeOptional(json, "stopped", result.stopped());
        ItemJson.writeOptional(json, "report", result.report());
        json.writeObjectFieldStart("settings");
        for (var setting : result.settings().entrySet()) {
            json.writeStringField(setting.getKey(), setting.getValue());
        }
        json.writeEndObject();
        writeStrings(json, "examinedRegions", result.examined());
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
        json.writeNumberField("certainDollarsPerMonth", savings.certain());
        json.writeNumberField("estimatedDollarsPerMonth", savings.estimated());
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
            itemJson.write(json, item);
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

    private static void writeCorrespondence(JsonGenerator json, Correspondence correspondence)
            throws IOException {
        json.writeArrayFieldStart("sent");
        for (SentNotice notice : correspondence.sent()) {
            json.writeStartObject();
            json.writeStringField("kind", notice.kind().id());
            json.writeStringField("recipient", notice.recipient());
            json.writeNumberField("items", notice.items());
            json.writeBooleanField("accepted", notice.accepted());
            ItemJson.writeOptional(
                    json, "detail", notice.detail().isEmpty() ? null : notice.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
        writeStrings(json, "departed", correspondence.departed());
        RunningTotal total = correspondence.total();
        if (total != null) {
            json.writeObjectFieldStart("total");
            json.writeNumberField("removed", total.removed());
            json.writeNumberField("dollarsPerMonth", total.dollarsPerMonth());
            json.writeBooleanField("estimate", !total.listed());
            json.writeStringField("since", total.since().toString());
            json.writeEndObject();
        }
    }

    private static void writeStrings(JsonGenerator json, String name, List<String> strings)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (String string : strings) {
            json.writeString(string);
        }
        json.writeEndArray();
    }
}
