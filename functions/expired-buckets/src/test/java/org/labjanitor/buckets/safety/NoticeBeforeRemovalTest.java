package org.labjanitor.buckets.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.runtime.json.BadRequestException;

/**
 * Nothing goes without a notice and a grace. There are no notices yet, so a run that removes has to
 * give up the grace in so many words; only a bucket that a person names needs none.
 */
class NoticeBeforeRemovalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"mode\": \"clean\"}                     | graceHours must be 0 in mode clean",
                "{\"mode\": \"clean\", \"graceHours\": 24} | graceHours is 24",
                "{\"mode\": \"warn\"}                      | mode is \"warn\"",
            })
    void aSweepThatDoesNotGiveUpTheGraceRemovesNothing(String request, String fault) {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");

            assertThatThrownBy(() -> scene.run(request))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining(fault);

            Untouched.assertNothingChanged(scene);
        }
    }

    @Test
    void aBucketThatAPersonNamesNeedsAReasonInsteadOfAGrace() {
        try (Scene scene = new Scene()) {
            scene.inUse("lab-named");

            assertThatThrownBy(
                            () -> scene.run("{\"mode\": \"clean\", \"delete\": [\"lab-named\"]}"))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("reason is missing");
            assertThat(scene.isGone("lab-named")).isFalse();

            scene.delete("lab-named");
            assertThat(scene.isGone("lab-named")).isTrue();
        }
    }
}
