package org.labjanitor.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchSettingsTest {
    @Test
    void haveADefaultForEverything() {
        assertThat(LaunchSettings.from(Map.of()))
                .isEqualTo(
                        new LaunchSettings(
                                Duration.ofDays(14),
                                40,
                                List.of("t3.*", "t3a.*", "t4g.*"),
                                1_000,
                                List.of()))
                .isEqualTo(LaunchSettings.defaults());
    }

    @Test
    void readEveryVariable() {
        assertThat(
                        LaunchSettings.from(
                                Map.of(
                                        "JANITOR_LAUNCH_LONGEST", "2d",
                                        "JANITOR_LAUNCH_COUNT", "7",
                                        "JANITOR_LAUNCH_TYPES", "t3.micro, m7i.*",
                                        "JANITOR_LAUNCH_DOLLARS", "250",
                                        "JANITOR_LAUNCH_SOURCES",
                                                "s3://course-files/java/, s3://more-files")))
                .isEqualTo(
                        new LaunchSettings(
                                Duration.ofDays(2),
                                7,
                                List.of("t3.micro", "m7i.*"),
                                250,
                                List.of("s3://course-files/java/", "s3://more-files")));
    }

    @ParameterizedTest
    @CsvSource({
        "JANITOR_LAUNCH_LONGEST, for ever",
        "JANITOR_LAUNCH_COUNT, 0",
        "JANITOR_LAUNCH_TYPES, T3.MICRO",
        "JANITOR_LAUNCH_DOLLARS, -1",
        "JANITOR_LAUNCH_SOURCES, course-files",
    })
    void nameWhatIsWrong(String variable, String value) {
        assertThatThrownBy(() -> LaunchSettings.from(Map.of(variable, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("%s is \"%s\", but must be", variable, value);
    }
}
