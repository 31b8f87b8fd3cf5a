package org.labjanitor.buckets.emptying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How an emptying takes being asked to slow down. */
class PolitenessTest {
    private static final int KEYS = 60_000;

    @Test
    void aLimitOfKeysASecondIsUsedUpAndHardlyEverExceeded() {
        try (Emptied scene = Emptied.plain()) {
            scene.objects().seed(KEYS, number -> "data/%06d".formatted(number));
            scene.objects().trouble().limitDeletes(3_500, 3_500);
            Instant start = scene.lab.clock().now();

            EmptyingResult result = scene.empty();

            assertThat(result.end()).isEqualTo(EmptyingEnd.EMPTY);
            assertThat(result.deletions().versions()).isEqualTo(KEYS);
            assertThat(result.throttles()).isPositive();
            assertThat(result.keysInVain()).isLessThan(2_100);
            Duration ideal = Duration.ofMillis((KEYS - 3_500) * 1000L / 3_500);
            assertThat(Duration.between(start, scene.lab.clock().now()))
                    .isLessThan(ideal.multipliedBy(110).dividedBy(100));
        }
    }

    @Test
    void keysThatAreThrottledOneByOneComeAgainSlower() {
        try (Emptied scene = Emptied.plain()) {
            scene.objects().seed(20_000, number -> "data/%06d".formatted(number));
            scene.objects().trouble().limitDeletes(1_000, 1_000);
            scene.objects().trouble().refuseKeyByKey(true);

            EmptyingResult result = scene.empty();

            assertThat(result.end()).isEqualTo(EmptyingEnd.EMPTY);
            assertThat(result.deletions().versions()).isEqualTo(20_000);
            assertThat(result.keysInVain()).isPositive().isLessThan(6_000);
        }
    }

    @Test
    void aListingThatIsThrottledComesAgain() {
        try (Emptied scene = Emptied.plain()) {
            scene.objects().seed(8_000, number -> "data/%06d".formatted(number));
            scene.objects().trouble().limitLists(2, 2, null);

            EmptyingResult result = scene.empty();

            assertThat(result.end()).isEqualTo(EmptyingEnd.EMPTY);
            assertThat(result.throttles()).isPositive();
        }
    }
}
