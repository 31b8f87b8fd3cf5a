package org.labjanitor.core.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagTimeTest {
    @ParameterizedTest
    @CsvSource({
        "PT168H, 7d",
        "PT36H, 36h",
        "PT24H, 1d",
        "PT90M, 90m",
        "PT1.5S, PT1.5S",
        "PT61S, PT1M1S",
    })
    void aLengthIsWrittenAsItCouldStandInATag(Duration length, String text) {
        assertThat(TagTime.text(length)).isEqualTo(text);
    }

    @Property
    void aWrittenLengthIsReadAsTheSameLength(
            @ForAll @LongRange(min = 1, max = 500_000) long seconds) {
        Duration length = Duration.ofSeconds(seconds);

        assertThat(TagTime.length(TagTime.text(length))).contains(length);
    }
}
