package org.labjanitor.runtime.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.Reasoning;
import org.labjanitor.core.verdict.RuleOutcome;
import org.labjanitor.core.verdict.Verdict;

class SightJsonTest {
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
    private static final InstanceSight SIGHT =
            new InstanceSight(
                    "running",
                    "java",
                    AT,
                    new CpuHistory(AT, Duration.ofHours(1), new float[] {1.5f, Float.NaN}, 5, null),
                    new LastLogin("ada", AT, true, "Session Manager"),
                    new Reasoning(
                            List.of(
                                    RuleOutcome.passes("state", Explanation.of("It is running.")),
                                    RuleOutcome.decides(
                                            "keep tag",
                                            new Verdict.Keep(
                                                    KeepReason.KEEP_TAG,
                                                    Explanation.of("Its tag keeps it.")),
                                            "Take it away."))));

    @Test
    void aReportHoldsTheDayHourByHour() throws IOException {
        assertThat(written(true))
                .contains(
                        "\"state\":\"running\",\"lab\":\"java\",\"lastStart\":\"2026-11-20T10:00:00Z\"",
                        "\"lastLogin\":{\"who\":\"ada\",\"at\":\"2026-11-20T10:00:00Z\",\"open\":true,",
                        "\"cpuDay\":{\"start\":\"2026-11-20T10:00:00Z\",\"stepMinutes\":60,",
                        "\"percents\":[1.50,null]")
                .contains(
                        "{\"rule\":\"state\",\"effect\":\"passes\",\"explanation\":\"It is running.\"",
                        "{\"rule\":\"keep tag\",\"effect\":\"decides\",\"verdict\":\"keep\","
                                + "\"reason\":\"keep-tag\",",
                        "\"otherwise\":\"Take it away.\"");
    }

    @Test
    void anAnswerLeavesTheDayOut() throws IOException {
        assertThat(written(false)).contains("\"state\":\"running\"").doesNotContain("cpuDay");
    }

    private static String written(boolean withCourses) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            new SightJson(withCourses).write(json, SIGHT);
            json.writeEndObject();
        }
        return text.toString();
    }
}
