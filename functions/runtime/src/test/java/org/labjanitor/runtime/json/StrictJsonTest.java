package org.labjanitor.runtime.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {
    private final StrictJson json = new StrictJson();

    @Test
    void readsAnObject() {
        assertThat(json.object("{\"a\": 1, \"b\": [true, null]}".getBytes(UTF_8)))
                .containsEntry("a", 1)
                .containsKey("b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a': 1}              | malformed JSON at line 1, column 2",
                "{\"a\": 1, \"a\": 2}  | Duplicate",
                "{\"a\": 1             | malformed JSON",
                "{\"a\": 1} {}         | text follows",
                "[1]                   | expected a JSON object",
                "\"hello\"             | expected a JSON object",
                "null                  | expected a JSON object",
                "{a: 1}                | malformed JSON",
                "{\"a\": 1,}           | malformed JSON",
            })
    void refusesWhatIsNotOneObjectByTheLetter(String document, String fault) {
        assertThatThrownBy(() -> json.object(document.getBytes(UTF_8)))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining(fault);
    }

    @Test
    void refusesAnEmptyDocument() {
        assertThatThrownBy(() -> json.object(new byte[0]))
                .isInstanceOf(BadRequestException.class)
                .hasMessage("request refused: the document is empty; an empty request is {}");
    }
}
