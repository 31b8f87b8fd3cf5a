package org.labjanitor.runtime.result;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.labjanitor.core.verdict.RuleOutcome;

/** Writes what was seen of an instance into its item. */
final class SightJson {
    private final boolean withCourses;

    SightJson(boolean withCourses) {
        this.withCourses = withCourses;
    }

    void write(JsonGenerator json, InstanceSight sight) throws IOException {
        json.writeStringField("state", sight.state());
        ItemJson.writeOptional(json, "lab", sight.lab());
        ItemJson.writeOptional(json, "lastStart", ItemJson.text(sight.lastStart()));
        if (sight.lastLogin() != null) {
            writeLogin(json, sight.lastLogin());
        }
        if (withCourses && sight.day() != null) {
            ItemJson.writeCpu(json, "cpuDay", sight.day());
        }
        if (!sight.reasoning().outcomes().isEmpty()) {
            json.writeArrayFieldStart("rules");
            for (RuleOutcome outcome : sight.reasoning().outcomes()) {
                writeOutcome(json, outcome);
            }
            json.writeEndArray();
        }
    }

    private static void writeLogin(JsonGenerator json, LastLogin login) throws IOException {
        json.writeObjectFieldStart("lastLogin");
        json.writeStringField("who", login.who());
        json.writeStringField("at", login.at().toString());
        json.writeBooleanField("open", login.open());
        json.writeStringField("source", login.source());
        json.writeEndObject();
    }

    private static void writeOutcome(JsonGenerator json, RuleOutcome outcome) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", outcome.rule());
        json.writeStringField(
                "effect", outcome.effect().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (outcome.verdict() != null) {
            VerdictId id = VerdictId.of(outcome.verdict());
            json.writeStringField("verdict", id.kind());
            json.writeStringField("reason", id.reason());
        }
        json.writeStringField("explanation", outcome.explanation().sentence());
        ItemJson.writeEvidence(json, outcome.explanation().facts());
        ItemJson.writeOptional(
                json, "otherwise", outcome.otherwise().isEmpty() ? null : outcome.otherwise());
        json.writeEndObject();
    }
}
