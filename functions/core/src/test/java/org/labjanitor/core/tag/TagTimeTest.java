package org.labjanitor.core.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T00:00:00Z, 2026-11-01",
        "2026-11-02T10:30:00Z, 2026-11-02T10:30Z",
        "2026-11-02T10:30:01Z, 2026-11-02T10:31Z",
        "2026-11-01T23:59:59Z, 2026-11-01",
    })
    void anEndIsWrittenAsItCouldStandInATag(Instant end, String text) {
        assertThat(TagTime.text(end)).isEqualTo(text);
    }

    @Property
    void aWrittenEndIsReadAtMostAMinuteLater(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long seconds) {
        Instant end = Instant.ofEpochSecond(seconds);

        assertThat(TagTime.end(TagTime.text(end)).orElseThrow())
                .isBetween(end, end.plusSeconds(59));
    }
}
