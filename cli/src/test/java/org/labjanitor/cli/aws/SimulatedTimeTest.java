package org.labjanitor.cli.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.simulator.Lab;

class SimulatedTimeTest {
    private static final Instant REAL = Instant.parse("2030-01-01T00:00:00Z");

    private Instant real = REAL;
    private final SimulatedTime time = new SimulatedTime(() -> real);

    @Test
    void followsTheClockOfASimulatedAccount() {
        Instant then = Instant.parse("2026-11-22T18:00:00Z");
        try (Lab lab = Lab.builder().now(then).start()) {
            InstantSource clock = time.at(lab.endpoint());
            assertThat(clock.instant()).isEqualTo(then);

            lab.clock().advance(Duration.ofDays(3));
            real = real.plusSeconds(1);
            assertThat(clock.instant()).isEqualTo(then.plus(Duration.ofDays(3)));
        }
    }

    @Test
    void goesByTheRealClockBetweenTwoQuestions() {
        Instant then = Instant.parse("2026-11-22T18:00:00Z");
        try (Lab lab = Lab.builder().now(then).start()) {
            InstantSource clock = time.at(lab.endpoint());

            real = real.plusMillis(400);
            assertThat(clock.instant()).isEqualTo(then.plusMillis(400));
            real = real.plusMillis(700);
            assertThat(clock.instant()).isEqualTo(then.plusMillis(400));
        }
    }

    @Test
    void goesByTheRealTimeForAws() {
        assertThat(time.at(null).instant()).isEqualTo(REAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1",
                "http://198.18.0.1:4599",
                "http://no.such.host.invalid"
            })
    void goesByTheRealTimeWhereNoSimulatorOfThisMachineAnswers(String endpoint) {
        assertThat(time.at(URI.create(endpoint)).instant()).isEqualTo(REAL);
    }
}
