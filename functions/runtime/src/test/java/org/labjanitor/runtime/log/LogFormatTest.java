package org.labjanitor.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogFormatTest {
    @ParameterizedTest
    @CsvSource({"JSON, JSON", "json, JSON", "Text, TEXT", "'', TEXT"})
    void isWhatLambdaIsSetTo(String value, LogFormat format) {
        assertThat(LogFormat.of(Map.of("AWS_LAMBDA_LOG_FORMAT", value))).isEqualTo(format);
    }

    @Test
    void isTextOutsideOfLambda() {
        assertThat(LogFormat.of(Map.of())).isEqualTo(LogFormat.TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE, DEBUG",
        "DEBUG, DEBUG",
        "INFO, INFO",
        "info, INFO",
        "WARN, WARN",
        "ERROR, WARN",
        "FATAL, WARN",
        "'', DEBUG",
    })
    void aThresholdLeavesOutNothingThatLambdaWouldLetPass(String value, Level threshold) {
        assertThat(Level.threshold(value)).isEqualTo(threshold);
    }
}
