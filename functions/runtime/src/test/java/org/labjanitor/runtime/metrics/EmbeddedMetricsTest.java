package org.labjanitor.runtime.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Correspondence;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.runtime.result.Runs;
import org.labjanitor.runtime.result.SentNotice;
import org.labjanitor.runtime.result.Warning;
import org.labjanitor.runtime.settings.Mode;

class EmbeddedMetricsTest {
    /** The units of the specification that a run can have. */
    private static final Set<String> UNITS = Set.of("Count", "Milliseconds", "None");

    private static final Warning WARNED_NOW =
            new Warning(Runs.START.plusSeconds(3), Runs.START.plus(Duration.ofDays(1)));
    private static final Warning WARNED_BEFORE =
            new Warning(
                    Runs.START.minus(Duration.ofHours(20)), Runs.START.plus(Duration.ofHours(4)));

    private static final RunResult EVENTFUL =
            Runs.run(
                    Mode.CLEAN,
                    List.of(new NotExamined("eu-west-1", "no answer")),
                    new Correspondence(
                            List.of(
                                    new SentNotice(SentNotice.Kind.WARNING, "ada", 2, true, ""),
                                    new SentNotice(
                                            SentNotice.Kind.WARNING, "bob", 1, false, "throttled")),
                            List.of(),
                            null),
                    Runs.item("i-new", Runs.removable()).with(WARNED_NOW),
                    Runs.item("i-old", Runs.removable()).with(WARNED_BEFORE),
                    Runs.item(
                                    "i-gone",
                                    Runs.removable(),
                                    Action.TERMINATE,
                                    Outcome.REMOVED,
                                    Runs.estimated("12.5"))
                            .with(WARNED_BEFORE),
                    Runs.item(
                            "i-still",
                            Runs.removable(),
                            Action.TERMINATE,
                            Outcome.STILL_THERE,
                            Runs.listed("70.08")),
                    Runs.item("i-kept", Runs.keep()),
                    Runs.item("i-odd", Runs.unknown()));

    @Test
    void tellsEveryNumberOfARun() throws IOException {
        JsonNode line = line(EVENTFUL);

        assertThat(numbers(line))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.ofEntries(
                                Map.entry("Examined", 6.0),
                                Map.entry("Removable", 4.0),
                                Map.entry("Warned", 1.0),
                                Map.entry("Waiting", 2.0),
                                Map.entry("Removed", 1.0),
                                Map.entry("Refused", 1.0),
                                Map.entry("NotExamined", 1.0),
                                Map.entry("NoticesFailed", 1.0),
                                Map.entry("SavedDollarsPerMonth", 12.5),
                                Map.entry("PossibleDollarsPerMonth", 222.74),
                                Map.entry("RunMilliseconds", 15_250.0),
                                Map.entry("Complete", 0.0)));
    }

    @Test
    void tellsZeroesToo() throws IOException {
        assertThat(numbers(line(Runs.run(Mode.REPORT))))
                .hasSize(12)
                .containsEntry("Removed", 0.0)
                .containsEntry("SavedDollarsPerMonth", 0.0)
                .containsEntry("Complete", 1.0);
    }

    /** By the JSON schema at the end of the specification. */
    @Test
    void keepsToTheSpecification() throws IOException {
        JsonNode line = line(EVENTFUL);

        JsonNode metadata = line.path("_aws");
        assertThat(metadata.path("Timestamp").isIntegralNumber()).isTrue();
        assertThat(metadata.path("Timestamp").asLong()).isEqualTo(Runs.END.toEpochMilli());
        assertThat(metadata.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("Timestamp", "CloudWatchMetrics");
        JsonNode directive = metadata.path("CloudWatchMetrics").path(0);
        assertThat(metadata.path("CloudWatchMetrics")).hasSize(1);
        assertThat(directive.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("Namespace", "Dimensions", "Metrics");
        assertThat(directive.path("Namespace").asText()).isEqualTo("LabJanitor");
        assertThat(directive.path("Metrics")).hasSizeBetween(1, 100);
        for (JsonNode metric : directive.path("Metrics")) {
            assertThat(metric.path("Unit").asText()).isIn(UNITS);
            assertThat(line.path(metric.path("Name").asText()).isNumber())
                    .as(metric.path("Name").asText())
                    .isTrue();
        }
        for (JsonNode set : directive.path("Dimensions")) {
            assertThat(set).hasSizeBetween(1, 30);
            for (JsonNode dimension : set) {
                assertThat(line.path(dimension.asText()).isTextual()).isTrue();
            }
        }
        assertThat(directive.path("Dimensions").toString()).isEqualTo("[[\"Sweep\"]]");
        assertThat(line.path("Sweep").asText()).isEqualTo("instances");
        assertThat(line.path("Mode").asText()).isEqualTo("clean");
    }

    @Test
    void isOneLineAndPassesLambdasFilter() throws IOException {
        String text = text(EVENTFUL);

        assertThat(text).startsWith("{").endsWith("}\n");
        assertThat(text.indexOf('\n')).isEqualTo(text.length() - 1);
        JsonNode line = new ObjectMapper().readTree(text);
        assertThat(line.path("level").asText()).isEqualTo("WARN");
        assertThat(line.path("timestamp").asText()).isEqualTo("2026-11-20T10:00:15.250Z");
    }

    @Test
    void givesTheResultOnAndTellsInItWhereItCouldNotBeWritten() {
        RunResult whole = Runs.run(Mode.REPORT, Runs.item("i-1", Runs.keep()));

        assertThat(new EmbeddedMetrics(new ByteArrayOutputStream(), "INFO").accept(whole))
                .isSameAs(whole);
        RunResult told = new EmbeddedMetrics(new Broken(), "INFO").accept(whole);
        assertThat(told.status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(told.notExamined())
                .containsExactly(
                        new NotExamined("metrics of this run", "not written: no space left"));
    }

    private static Map<String, Double> numbers(JsonNode line) {
        Map<String, Double> numbers = new TreeMap<>();
        for (JsonNode metric :
                line.path("_aws").path("CloudWatchMetrics").path(0).path("Metrics")) {
            String name = metric.path("Name").asText();
            numbers.put(name, line.path(name).asDouble(Double.NaN));
        }
        return numbers;
    }

    private static JsonNode line(RunResult result) throws IOException {
        return new ObjectMapper().readTree(text(result));
    }

    private static String text(RunResult result) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RunResult _ = new EmbeddedMetrics(out, "WARN").accept(result);
        return out.toString(UTF_8);
    }

    private static final class Broken extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("no space left");
        }
    }
}
