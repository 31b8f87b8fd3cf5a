package org.labjanitor.runtime.sink;

import java.util.List;
import java.util.Map;
import org.labjanitor.runtime.function.RunSink;
import org.labjanitor.runtime.log.DecisionLog;
import org.labjanitor.runtime.log.Level;
import org.labjanitor.runtime.log.LogFormat;
import org.labjanitor.runtime.metrics.EmbeddedMetrics;

/** Where a result goes in Lambda besides the answer. Standard output is CloudWatch Logs there. */
public final class LambdaSinks {
    private LambdaSinks() {}

    /** The sinks in the order in which they take a result; one sees the faults of those before. */
    public static List<RunSink> of(Map<String, String> environment) {
        String level = environment.getOrDefault("AWS_LAMBDA_LOG_LEVEL", "").strip();
        return List.of(
                new DecisionLog(LogFormat.of(environment), Level.threshold(level), System.out),
                new EmbeddedMetrics(System.out, level.isEmpty() ? "INFO" : level));
    }
}
