package org.labjanitor.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {
    private final Faults faults = new Faults();

    @Test
    void readsWhatIsThereAndLeavesTheRestToTheDefaults() {
        JsonFields fields =
                fields(Map.of("name", "x", "count", 3, "share", new BigDecimal("0.5"), "on", true));

        assertThat(fields.string("name")).hasValue("x");
        assertThat(fields.integer("count", 0, 10)).hasValue(3);
        assertThat(fields.number("share", 0, 1)).hasValue(0.5);
        assertThat(fields.bool("on")).hasValue(true);
        assertThat(fields.string("absent")).isEmpty();
        fields.rejectUnknown();
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void listsEveryFaultAtOnceWithNameValueAndWhatIsAllowed() {
        JsonFields fields =
                fields(
                        Map.of(
                                "mode",
                                "destroy",
                                "count",
                                "all",
                                "share",
                                -1,
                                "ids",
                                List.of("a", 3),
                                "budget",
                                Map.of("percent", 101)));
        fields.oneOf("mode", List.of("report", "clean"));
        fields.integer("count", 0, 10);
        fields.number("share", 0, 1);
        fields.strings("ids", "ids");
        fields.object("budget").ifPresent(budget -> budget.integer("percent", 0, 100));
        fields.rejectUnknown();

        assertThatThrownBy(faults::throwIfAny)
                .isInstanceOfSatisfying(
                        BadRequestException.class,
                        e ->
                                assertThat(e.faults())
                                        .containsExactly(
                                                "mode is \"destroy\", but must be one of report, clean",
                                                "count is \"all\", but must be a whole number from 0 to 10",
                                                "share is -1, but must be a number above 0 and at most 1",
                                                "ids is a list, but must be a list of ids",
                                                "budget.percent is 101, but must be a whole number from 0 to 100"));
    }

    @Test
    void refusesAnUnknownKeyAndNamesTheKnownOnes() {
        JsonFields fields = fields(Map.of("mod", "report"));
        fields.string("mode");
        fields.rejectUnknown();

        assertThatThrownBy(faults::throwIfAny)
                .hasMessageContaining("unknown key \"mod\" (known: mode)");
    }

    @Test
    void refusesNullSinceItSaysNothing() {
        Map<String, @Nullable Object> document = new HashMap<>();
        document.put("mode", null);
        JsonFields fields = fields(document);
        fields.string("mode");

        assertThatThrownBy(faults::throwIfAny).hasMessageContaining("mode is null");
    }

    @Test
    void takesNoFractionForAWholeNumber() {
        JsonFields fields = fields(Map.of("count", new BigDecimal("2.0")));
        assertThat(fields.integer("count", 0, 10)).isEmpty();
        assertThat(faults.isEmpty()).isFalse();
    }

    @Test
    void takesNoWrappedNumberForASmallOne() {
        JsonFields fields = fields(Map.of("count", 4_294_967_297L));
        assertThat(fields.integer("count", 0, 10)).isEmpty();
        assertThat(faults.isEmpty()).isFalse();
    }

    @Test
    void readsObjectsByNamesThatNobodyKnowsBeforehand() {
        JsonFields fields =
                fields(Map.of("entries", Map.of("i-1", Map.of("x", 1), "i-2", Map.of("y", 2))));
        assertThat(fields.objects("entries").orElseThrow()).containsOnlyKeys("i-1", "i-2");
        assertThat(faults.isEmpty()).isTrue();
        fields(Map.of("entries", Map.of("i-3", "x"))).objects("entries");
        assertThatThrownBy(faults::throwIfAny).hasMessageContaining("entries.i-3 is \"x\"");
    }

    @Test
    void readsAListOfObjectsAndNamesEachByItsPlace() {
        JsonFields fields = fields(Map.of("pieces", List.of(Map.of("n", 1), Map.of("n", "x"))));
        List<JsonFields> pieces = fields.list("pieces").orElseThrow();
        assertThat(pieces.getFirst().integer("n", 1, 9)).hasValue(1);
        assertThat(faults.isEmpty()).isTrue();
        assertThat(pieces.getLast().integer("n", 1, 9)).isEmpty();
        assertThat(fields(Map.of("none", List.of())).list("none")).isEmpty();
        assertThat(fields(Map.of("texts", List.of("a"))).list("texts")).isEmpty();
        assertThatThrownBy(faults::throwIfAny)
                .hasMessageContaining("pieces[1].n is \"x\"")
                .hasMessageContaining("none is an empty list, but must be a list of objects")
                .hasMessageContaining("texts is a list, but must be a list of objects");
    }

    @Test
    void takesNoNegativeAmount() {
        JsonFields fields = fields(Map.of("a", new BigDecimal("0.10"), "b", 7, "c", -1, "d", "1"));
        assertThat(fields.decimal("a")).hasValue(new BigDecimal("0.10"));
        assertThat(fields.decimal("b")).hasValue(new BigDecimal("7"));
        assertThat(faults.isEmpty()).isTrue();
        assertThat(fields.decimal("c")).isEmpty();
        assertThat(fields.decimal("d")).isEmpty();
        assertThatThrownBy(faults::throwIfAny)
                .hasMessageContaining("c is -1")
                .hasMessageContaining("d is");
    }

    private JsonFields fields(Map<String, ? extends @Nullable Object> document) {
        return new JsonFields(new HashMap<>(document), faults);
    }
}
