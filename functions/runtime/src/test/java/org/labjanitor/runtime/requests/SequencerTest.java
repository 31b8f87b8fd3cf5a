package org.labjanitor.runtime.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SequencerTest {
    @Test
    void comparesAsIfTheShorterHadZerosOnItsLeft() {
        assertThat(Sequencer.isOlder("0055AED6DCD90281E5", "55AED6DCD90281E6")).isTrue();
        assertThat(Sequencer.isOlder("FF", "0100")).isTrue();
        assertThat(Sequencer.isOlder("0100", "FF")).isFalse();
        assertThat(Sequencer.isOlder("00ff", "FF")).isFalse();
    }

    @Test
    void knowsNoOrderWhereOneHasNone() {
        assertThat(Sequencer.isOlder(null, "FF")).isFalse();
        assertThat(Sequencer.isOlder("00", null)).isFalse();
    }

    @Test
    void agreesWithTheNumbers() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            long one = random.nextLong() >>> random.nextInt(1, 60);
            long other = random.nextLong() >>> random.nextInt(1, 60);
            String padded = "%020X".formatted(one);

            assertThat(Sequencer.isOlder(padded, Long.toHexString(other)))
                    .as("%x and %x", one, other)
                    .isEqualTo(one < other);
        }
    }
}
