package org.labjanitor.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MinutesTest {
    private static final Instant MOMENT = Instant.parse("2026-11-20T10:00:59Z");

    @Test
    void saysInWhichZoneAMomentIs() {
        assertThat(Minutes.utc(MOMENT)).isEqualTo("2026-11-20 10:00 UTC");
        assertThat(Minutes.in(ZoneId.of("Europe/Berlin"), MOMENT))
                .isEqualTo("2026-11-20 11:00 Europe/Berlin");
    }

    @Test
    void writesAMomentThatNoCalendarHasAsItIs() {
        assertThat(Minutes.utc(Instant.MAX)).isEqualTo("+1000000000-12-31T23:59:59.999999999Z");
        assertThat(Minutes.utc(Instant.MIN)).isEqualTo("-1000000000-01-01T00:00:00Z");
    }
}
