package org.labjanitor.instances.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.runtime.json.BadRequestException;

/**
 * Nothing goes without a notice and a grace. There are no notices yet, so a run that removes has to
 * give up the grace in so many words; only a machine that a person names needs none.
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
            String idle = scene.idle("left-behind");
            scene.busy("at-work");

            assertThatThrownBy(() -> scene.run(request))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining(fault);

            assertThat(scene.isGone(idle)).isFalse();
        }
    }

    @Test
    void aMachineThatAPersonNamesNeedsAReasonInsteadOfAGrace() {
        try (Scene scene = new Scene()) {
            String named = scene.busy("at-work");

            assertThatThrownBy(() ->
                            scene.run(
                                    "{\"mode\": \"clean\", \"terminate\": [\"%s\"]}"
                                            .formatted(named)))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("reason is missing");
            assertThat(scene.isGone(named)).isFalse();

            scene.terminate(named);
            assertThat(scene.isGone(named)).isTrue();
        }
    }
}
