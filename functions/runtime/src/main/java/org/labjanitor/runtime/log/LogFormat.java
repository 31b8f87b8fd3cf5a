package org.labjanitor.runtime.log;

import java.util.Map;

/** How a line is written. */
public enum LogFormat {
    /**
     * One JSON object a line, in ASCII, with the fields {@code timestamp} and {@code level} that
     * Lambda's filter reads. Lambda takes such a line as it is and wraps it in nothing (Lambda
     * developer guide, "Setting your function's log format").
     */
    JSON,
    /** Time, level, fields and the message, for people. */
    TEXT;

    /** The format that the function is set to; {@code TEXT}, as in Lambda, where nothing is set. */
    public static LogFormat of(Map<String, String> environment) {
        return environment.getOrDefault("AWS_LAMBDA_LOG_FORMAT", "").equalsIgnoreCase("JSON")
                ? JSON
                : TEXT;
    }
}
