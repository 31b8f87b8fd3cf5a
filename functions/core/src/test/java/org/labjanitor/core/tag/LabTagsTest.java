package org.labjanitor.core.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LabTagsTest {
    private static final Instant LAUNCH = Instant.parse("2026-11-01T10:00:00Z");
    private static final LabTags TAGS = LabTags.standard();

    @Test
    void theLabTagOptsInWhateverItHolds() {
        assertThat(TAGS.lab(Map.of("lab", ""))).contains("");
        assertThat(TAGS.lab(Map.of("Lab", "java"))).isEmpty();
    }

    @Test
    void theOtherKeysFollowTheLabKey() {
        LabTags tags = new LabTags("course");
        assertThat(tags.keepKey()).isEqualTo("course:keep");
        assertThat(tags.owner(Map.of("course:owner", " alice "))).contains("alice");
        assertThat(tags.keep(Map.of("lab:keep", "true"))).isEqualTo(new KeepTag.None());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "aws:lab", " lab", "AWS:lab"})
    void aKeyThatNobodyCanSetIsRefused(String key) {
        assertThatThrownBy(() -> new LabTags(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lab tag key")
                .hasMessageContaining("\"" + key + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", " TRUE ", "True\n"})
    void keepTrueHoldsForEver(String value) {
        assertThat(keep(value)).isEqualTo(new KeepTag.Always());
        assertThat(keep(value).holdsAt(Instant.MAX)).isTrue();
    }

    @Test
    void keepFalseHasNoEffect() {
        assertThat(keep("FALSE")).isEqualTo(new KeepTag.None());
    }

    @Test
    void keepWithADateHoldsThroughThatUtcDay() {
        KeepTag keep = keep("2026-11-24");
        assertThat(keep.holdsAt(Instant.parse("2026-11-24T23:59:59Z"))).isTrue();
        assertThat(keep.holdsAt(Instant.parse("2026-11-25T00:00:00Z"))).isFalse();
    }

    @Test
    void keepWithATimeHoldsUntilThen() {
        KeepTag keep = keep("2026-11-24T18:00+01:00");
        assertThat(keep.holdsAt(Instant.parse("2026-11-24T16:59:59Z"))).isTrue();
        assertThat(keep.holdsAt(Instant.parse("2026-11-24T17:00:00Z"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "1", "2026-11-24T18:00", "24.11.2026", "2026-02-30", "+1"})
    void keepWithAnythingElseIsUnreadable(String value) {
        assertThat(keep(value))
                .isInstanceOfSatisfying(
                        KeepTag.Unreadable.class,
                        unreadable ->
                                assertThat(unreadable.tag().sentence())
                                        .contains("lab:keep", "\"" + value + "\"", "true, false"));
    }

    @Test
    void expiresWithADateIsOverOnceThatUtcDayIs() {
        EndOfLife end = TAGS.endOfLife(Map.of("lab:expires", "2026-11-24"), LAUNCH);
        assertThat(isOver(end, "2026-11-24T23:59:59Z")).isFalse();
        assertThat(isOver(end, "2026-11-25T00:00:00Z")).isTrue();
    }

    @Test
    void expiresWithATimeIsOverFromThen() {
        EndOfLife end = TAGS.endOfLife(Map.of("lab:expires", "2026-11-24T18:00:00Z"), LAUNCH);
        assertThat(isOver(end, "2026-11-24T17:59:59Z")).isFalse();
        assertThat(isOver(end, "2026-11-24T18:00:00Z")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "30m, 2026-11-01T10:30:00Z",
        "12h, 2026-11-01T22:00:00Z",
        "7d, 2026-11-08T10:00:00Z",
        "2w, 2026-11-15T10:00:00Z",
        "PT36H, 2026-11-02T22:00:00Z",
        "P1DT1H, 2026-11-02T11:00:00Z"
    })
    void ttlCountsFromTheFirstLaunch(String ttl, Instant end) {
        assertThat(TAGS.endOfLife(Map.of("lab:ttl", ttl), LAUNCH))
                .isEqualTo(new EndOfLife.At(end, "lab:ttl", ttl));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0h", "-1d", "7", "7 d", "30M", "PT0S", "PT-1H", "P1Y", "9999999d", "week"})
    void ttlWithAnythingElseIsUnreadable(String ttl) {
        assertThat(TAGS.endOfLife(Map.of("lab:ttl", ttl), LAUNCH))
                .isInstanceOfSatisfying(
                        EndOfLife.Unreadable.class,
                        unreadable ->
                                assertThat(unreadable.tag().sentence())
                                        .contains("lab:ttl", "\"" + ttl + "\"", "12h"));
    }

    @Test
    void theLaterOfTwoEndsCounts() {
        Map<String, String> longTtl = Map.of("lab:expires", "2026-11-02", "lab:ttl", "30d");
        Map<String, String> lateExpiry = Map.of("lab:expires", "2026-12-24", "lab:ttl", "30d");
        assertThat(TAGS.endOfLife(longTtl, LAUNCH))
                .isEqualTo(
                        new EndOfLife.At(Instant.parse("2026-12-01T10:00:00Z"), "lab:ttl", "30d"));
        assertThat(TAGS.endOfLife(lateExpiry, LAUNCH))
                .isEqualTo(
                        new EndOfLife.At(
                                Instant.parse("2026-12-25T00:00:00Z"),
                                "lab:expires",
                                "2026-12-24"));
    }

    @Test
    void oneUnreadableEndMakesTheEndUnreadable() {
        assertThat(TAGS.endOfLife(Map.of("lab:expires", "soon", "lab:ttl", "1h"), LAUNCH))
                .isInstanceOf(EndOfLife.Unreadable.class);
        assertThat(TAGS.endOfLife(Map.of("lab:expires", "2026-11-02", "lab:ttl", "x"), LAUNCH))
                .isInstanceOf(EndOfLife.Unreadable.class);
    }

    @Test
    void aTtlBeyondTheEndOfTimeNeverEnds() {
        assertThat(TAGS.endOfLife(Map.of("lab:ttl", "PT2562047788015215H"), LAUNCH))
                .isInstanceOfSatisfying(
                        EndOfLife.At.class, at -> assertThat(at.end()).isEqualTo(Instant.MAX));
    }

    @Test
    void aLongValueIsQuotedInPartAndOnOneLine() {
        String value = "☃\n".repeat(128);
        assertThat(new UnreadableTag("lab:keep", value, "true").sentence())
                .contains("☃ ☃")
                .contains("…")
                .doesNotContain("\n")
                .hasSizeLessThan(200);
    }

    @Property(tries = 500)
    void readingNeverThrows(@ForAll String value, @ForAll("odd") String odd) {
        for (String each : new String[] {value, odd}) {
            Map<String, String> tags =
                    Map.of(
                            "lab:keep",
                            each,
                            "lab:expires",
                            each,
                            "lab:ttl",
                            each,
                            "lab:owner",
                            each);
            assertThat(TAGS.keep(tags)).isNotNull();
            assertThat(TAGS.endOfLife(tags, LAUNCH)).isNotNull();
            assertThat(TAGS.endOfLife(Map.of("lab:ttl", each), Instant.MAX)).isNotNull();
            assertThat(TAGS.owner(tags)).isNotNull();
        }
    }

    /** Nearly right values: digits, signs and the letters of dates and lengths of time. */
    @Provide
    Arbitrary<String> odd() {
        return Arbitraries.strings().withChars("0123456789-+:.PTDHMSZWdhmw ").ofMaxLength(30);
    }

    private static KeepTag keep(String value) {
        return TAGS.keep(Map.of("lab:keep", value));
    }

    private static boolean isOver(EndOfLife end, String now) {
        return ((EndOfLife.At) end).isOver(Instant.parse(now));
    }
}
