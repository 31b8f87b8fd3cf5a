package org.labjanitor.core.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingHoursTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T06:59:59Z, false",
        "2026-11-20T07:00:00Z, true",
        "2026-11-20T16:59:59.999Z, true",
        "2026-11-20T17:00:00Z, false",
        "2026-11-21T10:00:00Z, false",
        "2026-11-22T10:00:00Z, false",
        "2026-11-23T10:00:00Z, true",
    })
    void isOpenFromItsBeginningUntilJustBeforeItsEnd(Instant now, boolean open) {
        assertThat(hours("Mon-Fri 08:00-18:00 Europe/Berlin").isOpen(now)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "Mon 08:00-18:00 UTC, 2026-11-23, 2026-11-24",
        "Fri-Mon 08:00-18:00 UTC, 2026-11-20, 2026-11-24",
        "'fri-MON,Wed 08:00-18:00 UTC', 2026-11-25, 2026-11-26",
        "'Sun,Tue,Thu 08:00-18:00 UTC', 2026-11-22, 2026-11-23",
    })
    void opensOnTheDaysItNamesAndOnNoOther(String text, String openDay, String closedDay) {
        WorkingHours hours = hours(text);

        assertThat(hours.isOpen(Instant.parse(openDay + "T12:00:00Z"))).isTrue();
        assertThat(hours.isOpen(Instant.parse(closedDay + "T12:00:00Z"))).isFalse();
    }

    @Test
    void mayLastUntilTheDaysEnd() {
        WorkingHours hours = hours("Fri 22:00-24:00 UTC");

        assertThat(hours.isOpen(Instant.parse("2026-11-20T23:59:59Z"))).isTrue();
        assertThat(hours.isOpen(Instant.parse("2026-11-21T00:00:00Z"))).isFalse();
        assertThat(hours.isOpen(Instant.parse("2026-11-20T00:00:00Z"))).isFalse();
    }

    @Test
    void mayBeOpenAllTheTime() {
        WorkingHours hours = hours("Mon-Sun 00:00-24:00 Asia/Tokyo");
        Instant now = Instant.parse("2026-11-20T14:59:59.999Z");

        assertThat(hours.isOpen(now)).isTrue();
        assertThat(hours.nextOpening(now)).isEqualTo(now);
    }

    @ParameterizedTest(name = "{0} at {1} opens at {2}")
    @CsvSource({
        // An ordinary evening, and an ordinary weekend.
        "Mon-Fri 08:00-18:00 Europe/Berlin, 2026-11-19T17:00:00Z, 2026-11-20T07:00:00Z",
        "Mon-Fri 08:00-18:00 Europe/Berlin, 2026-11-20T17:00:00Z, 2026-11-23T07:00:00Z",
        // Over a weekend on which the clock changes.
        "Mon-Fri 08:00-18:00 Europe/Berlin, 2026-03-27T18:00:00Z, 2026-03-30T06:00:00Z",
        "Mon-Fri 08:00-18:00 America/New_York, 2026-10-30T23:00:00Z, 2026-11-02T13:00:00Z",
        // The clock jumps over the beginning: it opens when the jump is done.
        "Sun 02:30-06:00 Europe/Berlin, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
        "Sun 02:30-06:00 America/New_York, 2026-03-07T12:00:00Z, 2026-03-08T07:00:00Z",
        // The clock jumps over all of it: it opens a week later.
        "Sun 02:10-02:50 Europe/Berlin, 2026-03-28T12:00:00Z, 2026-04-05T00:10:00Z",
        // The clock is set back into it: it opens a second time.
        "Sun 01:00-02:30 Europe/Berlin, 2026-10-25T00:45:00Z, 2026-10-25T01:00:00Z",
        "Sun 02:30-06:00 Europe/Berlin, 2026-10-25T01:10:00Z, 2026-10-25T01:30:00Z",
        // A day that never was.
        "Fri 08:00-18:00 Pacific/Apia, 2011-12-29T12:00:00Z, 2012-01-05T18:00:00Z",
    })
    void opensAtTheFirstMomentThatIsWithinIt(String text, Instant now, Instant opening) {
        WorkingHours hours = hours(text);

        assertThat(hours.isOpen(now)).isFalse();
        assertThat(hours.nextOpening(now)).isEqualTo(opening);
        assertThat(hours.isOpen(opening)).isTrue();
        assertThat(hours.isOpen(opening.minusMillis(1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "always",
                "Mon-Fri",
                "Mon-Fri 08:00-18:00",
                "08:00-18:00 UTC",
                "Mon-Fri 8:00-18:00 UTC",
                "Mon-Fri 08:00-25:00 UTC",
                "Mon-Fri 24:00-24:00 UTC",
                "Mon-Fri 08:60-18:00 UTC",
                "Mon-Fri 18:00-08:00 UTC",
                "Mon-Fri 08:00-08:00 UTC",
                "Mon-Fri 00:00-00:00 UTC",
                "Mon-Fri 08:00-00:00 UTC",
                "Mon-Fri 08:00 - 18:00 UTC",
                "Mon-Fri 08:00-18:00 Moon/Crater",
                "Mon-Fri 08:00-18:00 europe/berlin",
                "Mon-Fri 08:00-18:00 +01:00",
                "Mon-Fri 08:00-18:00 Z",
                "Mon-Fri 08:00-18:00 UTC+1",
                "Mon-Fri 08:00-18:00 UTC UTC",
                "Mon-Wed-Fri 08:00-18:00 UTC",
                "Mon, 08:00-18:00 UTC",
                "Mon,,Tue 08:00-18:00 UTC",
                "Mon- 08:00-18:00 UTC",
                "-Fri 08:00-18:00 UTC",
                "- 08:00-18:00 UTC",
                "Monday 08:00-18:00 UTC",
                "1-5 08:00-18:00 UTC",
                "* 08:00-18:00 UTC",
                "Mon-Fri ०८:००-18:00 UTC",
            })
    void readsNothingElse(String text) {
        assertThat(WorkingHours.parse(text)).isEmpty();
    }

    private static WorkingHours hours(String text) {
        return WorkingHours.parse(text).orElseThrow();
    }
}
