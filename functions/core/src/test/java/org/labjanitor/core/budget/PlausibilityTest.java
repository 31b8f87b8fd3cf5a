package org.labjanitor.core.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlausibilityTest {
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "2, 1, 1", "9, 0, 9", "10, 0, 9", "10, 5, 5", "1, 0, 1"})
    void anOrdinaryPictureIsBelieved(int judged, int withoutEvidence, int idle) {
        assertThat(Plausibility.of(judged, withoutEvidence, idle))
                .isEqualTo(new Plausibility.Plausible());
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0", "3, 2, 1", "10, 6, 4"})
    void evidenceMissingForMostIsNotBelieved(int judged, int withoutEvidence, int idle) {
        assertThat(sentence(judged, withoutEvidence, idle))
                .contains(withoutEvidence + " of " + judged);
    }

    @ParameterizedTest
    @CsvSource({"10, 10", "500, 500"})
    void aCrowdIdleToTheLastOneIsNotBelieved(int judged, int idle) {
        assertThat(sentence(judged, 0, idle)).contains("All " + judged);
    }

    @Test
    void countsThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> Plausibility.of(2, 3, 0)).hasMessageContaining("withoutEvidence");
        assertThatThrownBy(() -> Plausibility.of(2, 1, 2)).hasMessageContaining("idle");
        assertThatThrownBy(() -> Plausibility.of(-1, 0, 0)).hasMessageContaining("judged");
    }

    private static String sentence(int judged, int withoutEvidence, int idle) {
        Plausibility plausibility = Plausibility.of(judged, withoutEvidence, idle);
        assertThat(plausibility).isInstanceOf(Plausibility.Implausible.class);
        return ((Plausibility.Implausible) plausibility).sentence();
    }
}
