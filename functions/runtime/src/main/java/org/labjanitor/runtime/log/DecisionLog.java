package org.labjanitor.runtime.log;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.labjanitor.runtime.function.RunSink;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.RunResult;

/**
 * Writes down what a run decided, a line a decision, so that months later one resource's story can
 * be searched for. A run's lines are written all at once. A line holds no newline and no control
 * character, whatever a tag says.
 */
public final class DecisionLog implements RunSink {
    private final LineWriter writer;
    private final Level threshold;
    private final OutputStream out;

    /**
     * A log that goes to {@code out}, which is flushed and never closed.
     *
     * @param threshold lines of lower levels are not written
     */
    public DecisionLog(LogFormat format, Level threshold, OutputStream out) {
        this.writer = new LineWriter(format);
        this.threshold = threshold;
        this.out = out;
    }

    @Override
    public RunResult accept(RunResult result) {
        byte[] lines =
                writer.bytes(
                        new RunLines(result)
                                .all()
                                .filter(line -> line.level().compareTo(threshold) >= 0));
        try {
            out.write(lines);
            out.flush();
            return result;
        } catch (IOException e) {
            return result.and(
                    new NotExamined("decisions of this run", "not logged: " + e.getMessage()));
        }
    }

    /** Every line of a run as plain text, without its end. */
    public static List<String> plainLines(RunResult result) {
        return new RunLines(result).all().map(LineWriter::text).toList();
    }
}
