package org.labjanitor.runtime.metrics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.labjanitor.runtime.function.RunSink;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.RunResult;

/**
 * Tells a run's numbers to CloudWatch as one line of JSON on standard output, which CloudWatch Logs
 * turns into metrics of the namespace {@code LabJanitor} (CloudWatch user guide, "Specification:
 * Embedded metric format"). Every number stands under the dimension {@code Sweep} ({@code
 * instances} or {@code buckets}), and under no other, since each would be billed. Mode, account and
 * run are in the line as well, to be searched for.
 *
 * <p>Lambda drops lines below the level that a function with JSON logs is set to, and takes a line
 * that names none as {@code INFO} (Lambda developer guide, "Log-level filtering"). Numbers must not
 * vanish because somebody wants fewer words, so the line names the level that is set.
 */
public final class EmbeddedMetrics implements RunSink {
    static final String NAMESPACE = "LabJanitor";

    private static final String SWEEP = "Sweep";
    private static final String MODE = "Mode";

    private final JsonFactory json =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private final OutputStream out;
    private final String level;

    /**
     * Numbers that go to {@code out}, which is flushed and never closed.
     *
     * @param level the level that passes Lambda's filter, such as {@code INFO}
     */
    public EmbeddedMetrics(OutputStream out, String level) {
        this.out = out;
        this.level = level;
    }

    @Override
    public RunResult accept(RunResult result) {
        try {
            out.write(line(result));
            out.flush();
            return result;
        } catch (IOException e) {
            return result.and(
                    new NotExamined("metrics of this run", "not written: " + e.getMessage()));
        }
    }

    private byte[] line(RunResult result) throws IOException {
        List<Measure> measures = new Measures(result).all();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator generator = json.createGenerator(line)) {
            generator.writeStartObject();
            writeMetadata(generator, result, measures);
            generator.writeStringField("timestamp", result.endedAt().toString());
            generator.writeStringField("level", level);
            generator.writeStringField(SWEEP, result.sweep());
            generator.writeStringField(MODE, result.mode().id());
            generator.writeStringField("account", result.account());
            generator.writeStringField("run", result.runId());
            for (Measure measure : measures) {
                generator.writeNumberField(measure.name(), measure.value());
            }
            generator.writeEndObject();
        }
        line.write('\n');
        return line.toByteArray();
    }

    private static void writeMetadata(JsonGenerator json, RunResult result, List<Measure> measures)
            throws IOException {
        json.writeObjectFieldStart("_aws");
        json.writeNumberField("Timestamp", result.endedAt().toEpochMilli());
        json.writeArrayFieldStart("CloudWatchMetrics");
        json.writeStartObject();
        json.writeStringField("Namespace", NAMESPACE);
        json.writeArrayFieldStart("Dimensions");
        // Every set of dimensions is billed as metrics of its own, so there is one.
        json.writeArray(new String[] {SWEEP}, 0, 1);
        json.writeEndArray();
        json.writeArrayFieldStart("Metrics");
        for (Measure measure : measures) {
            json.writeStartObject();
            json.writeStringField("Name", measure.name());
            json.writeStringField("Unit", measure.unit());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }
}
