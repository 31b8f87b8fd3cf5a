package org.labjanitor.cli.emptying;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labjanitor.buckets.emptying.EmptyingProgress;
import org.labjanitor.cli.terminal.Screen;

class EmptyingTellerTest {
    private final List<String> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private final EmptyingTeller teller = new EmptyingTeller(told::add, () -> now);

    @Test
    void whileTheListingGoesOnNobodyKnowsTheTotal() {
        pass(Duration.ofSeconds(2));
        teller.progress("lab", new EmptyingProgress(150_000, 120_000, 0, 0, false));

        assertThat(told)
                .containsExactly(
                        "Emptying: 120,000 of at least 150,000 keys deleted, 60,000 keys/s");
    }

    @Test
    void onceAllIsListedTheShareAndTheTimeLeftAreKnown() {
        pass(Duration.ofSeconds(4));
        teller.progress("lab", new EmptyingProgress(100_000, 14_000, 0, 12, true));

        assertThat(told)
                .containsExactly(
                        "Emptying: 14,000 of 100,000 keys deleted (14 %), 3,500 keys/s, 25 s left, 12 x SlowDown");
    }

    @Test
    void thePaceIsThatOfTheLastSeconds() {
        pass(Duration.ofSeconds(100));
        teller.progress("lab", new EmptyingProgress(1_000, 100, 0, 0, true));
        for (int i = 1; i <= 10; i++) {
            pass(Duration.ofSeconds(2));
            teller.progress("lab", new EmptyingProgress(1_000, 100 + 20 * i, 0, 0, true));
        }

        assertThat(told.getLast()).contains(" 10 keys/s, 1 min 10 s left");
    }

    @Test
    void aWishToStopIsAnsweredAtOnceAndTheLineGoesOn() {
        teller.progress("lab", new EmptyingProgress(1_000, 100, 0, 0, true));
        teller.stopping();
        teller.progress("lab", new EmptyingProgress(1_000, 300, 0, 0, true));

        assertThat(told)
                .containsExactly(
                        "Emptying: 100 of 1,000 keys deleted (10 %)",
                        "Stopping, Ctrl-C again quits at once: 100 of 1,000 keys deleted (10 %)",
                        "Stopping, Ctrl-C again quits at once: 300 of 1,000 keys deleted (30 %)");
    }

    @Test
    void aLogGetsOneLineInTenSeconds() {
        StringWriter log = new StringWriter();
        SparseLines lines =
                new SparseLines(new Screen(new PrintWriter(log), 80, true, false), () -> now);

        for (int second = 1; second <= 25; second++) {
            pass(Duration.ofSeconds(1));
            lines.accept("second " + second);
        }

        assertThat(log.toString()).isEqualTo("second 10\nsecond 20\n");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "340, 0.3 s",
        "9949, 9.9 s",
        "34900, 34 s",
        "200000, 3 min 20 s",
        "7500000, 2 h 5 min"
    })
    void timesAreAsLongAsTheyNeedToBe(long millis, String words) {
        assertThat(EmptyingWords.time(Duration.ofMillis(millis))).isEqualTo(words);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
