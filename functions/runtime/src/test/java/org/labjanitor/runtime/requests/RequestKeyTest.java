package org.labjanitor.runtime.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.requests.RequestKey.AnswerKind;

class RequestKeyTest {
    @Test
    void answersLieOutsideOfWhatIsReadUnderTheSameName() {
        RequestKey key = RequestKey.of("instances", "requests/instances/course/monday+1.json");

        assertThat(key.request()).isEqualTo("requests/instances/course/monday+1.json");
        assertThat(key.answer(AnswerKind.RESULT))
                .isEqualTo("results/instances/course/monday+1.result.json");
        assertThat(key.answer(AnswerKind.ERROR))
                .isEqualTo("results/instances/course/monday+1.error.json");
        assertThat(key.claim()).isEqualTo("results/instances/course/monday+1.claim.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "results/instances/monday.result.json",
                "results/instances/monday.claim.json",
                "requests/buckets/monday.json",
                "requests/instances.json",
                "requests/instances/",
                "requests/instances/.json",
                "requests/instances/course/.json",
                "requests/instances/monday.txt",
                "requests/instances/monday.json/",
                "Requests/instances/monday.json",
                "/requests/instances/monday.json",
                "monday.json",
                "",
            })
    void everyOtherKeyIsRefused(String key) {
        assertThatThrownBy(() -> RequestKey.of("instances", key))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("requests/instances/<name>.json");
    }

    @Test
    void aKeyWhoseAnswerWouldBeTooLongIsRefused() {
        String key = "requests/instances/" + "ä".repeat(440) + ".json";

        assertThatThrownBy(() -> RequestKey.of("instances", key))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("900 bytes");
    }
}
