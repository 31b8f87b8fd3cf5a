package org.labjanitor.runtime.result;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;

/** Writes one resource of a result as JSON. */
final class ItemJson {
    private final boolean withCourses;
    private final SightJson sightJson;

    /**
     * A writer of items.
     *
     * @param withCourses whether the course of an instance's CPU is written, point by point
     */
    ItemJson(boolean withCourses) {
        this.withCourses = withCourses;
        this.sightJson = new SightJson(withCourses);
    }

    void write(JsonGenerator json, ResultItem item) throws IOException {
        Resource resource = item.resource();
        json.writeStartObject();
        json.writeStringField("id", resource.id());
        writeOptional(json, "name", resource.name());
        json.writeStringField("region", resource.region());
        writeOptional(json, "zone", resource.zone());
        json.writeStringField("type", resource.type());
        writeOptional(json, "owner", resource.owner());
        writeOptional(json, "since", text(resource.since()));
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
        if (item.warning() != null) {
            json.writeStringField("noticedAt", item.warning().noticedAt().toString());
            json.writeStringField("deadline", item.warning().deadline().toString());
        }
        if (withCourses && item.cpu() != null) {
            writeCpu(json, "cpu", item.cpu());
        }
        if (item.sight() != null) {
            sightJson.write(json, item.sight());
        }
        json.writeEndObject();
    }

    static void writeCpu(JsonGenerator json, String name, CpuHistory cpu) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("start", cpu.start().toString());
        json.writeNumberField("stepMinutes", cpu.step().toMinutes());
        json.writeNumberField("threshold", cpu.threshold());
        writeOptional(json, "quietSince", text(cpu.quietSince()));
        json.writeArrayFieldStart("percents");
        for (float percent : cpu.percents()) {
            if (Float.isNaN(percent)) {
                json.writeNull();
            } else {
                json.writeNumber(BigDecimal.valueOf(percent).setScale(2, RoundingMode.HALF_UP));
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeVerdict(JsonGenerator json, Verdict verdict) throws IOException {
        VerdictId id = VerdictId.of(verdict);
        json.writeStringField("verdict", id.kind());
        json.writeStringField("reason", id.reason());
        json.writeStringField("explanation", verdict.explanation().sentence());
        writeEvidence(json, verdict.explanation().facts());
    }

    static void writeEvidence(JsonGenerator json, List<Fact> facts) throws IOException {
        json.writeArrayFieldStart("evidence");
        for (Fact fact : facts) {
            json.writeStartObject();
            json.writeStringField("name", fact.name());
            json.writeStringField("value", fact.value());
            json.writeStringField("source", fact.source());
            writeOptional(json, "at", text(fact.at()));
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

    static void writeNumbers(JsonGenerator json, String name, Map<String, Long> numbers)
            throws IOException {
        json.writeObjectFieldStart(name);
        for (var number : new TreeMap<>(numbers).entrySet()) {
            json.writeNumberField(number.getKey(), number.getValue());
        }
        json.writeEndObject();
    }

    static void writeOptional(JsonGenerator json, String name, @Nullable String value)
            throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
