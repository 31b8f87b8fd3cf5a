package org.labjanitor.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.ResultItem;

class SelectionTest {
    /** Eight of them, of which the second and the fifth may go. */
    private static final List<ResultItem> LISTED =
            IntStream.rangeClosed(1, 8).mapToObj(SelectionTest::item).toList();

    private static ResultItem item(int number) {
        Explanation because = Explanation.of("So it is.");
        Verdict verdict =
                number == 2 || number == 5
                        ? new Verdict.Removable(RemovableReason.IDLE, because)
                        : new Verdict.Keep(KeepReason.IN_USE, because);
        return new ResultItem(
                new Resource(Integer.toString(number), null, "us-east-1", null, "m5.large", null),
                verdict,
                Action.NONE,
                null,
                "",
                new Priced(BigDecimal.ONE, true),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "'3', 3",
        "'2-5,7', 2 3 4 5 7",
        "'7, 2 - 3', 2 3 7",
        "'8 1', 1 8",
        "'4,4,3-4', 3 4",
        "'idle', 2 5",
        "' IDLE , 8', 2 5 8",
        "'1-8', 1 2 3 4 5 6 7 8"
    })
    void numbersRangesAndIdleCanBeChosen(String answer, String chosen) {
        assertThat(Selection.read(answer, LISTED))
                .isInstanceOfSatisfying(
                        Selection.Chosen.class,
                        selection ->
                                assertThat(selection.items())
                                        .extracting(item -> item.resource().id())
                                        .containsExactly(chosen.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "none", "None"})
    void noneIsNothing(String answer) {
        assertThat(Selection.read(answer, LISTED)).isInstanceOf(Selection.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "9",
                "5-2",
                "1-9",
                "-1",
                "1,x",
                "1,5-2",
                "all",
                "2-",
                "1.5",
                "99999999999"
            })
    void anythingElseIsUnclearAsAWhole(String answer) {
        assertThat(Selection.read(answer, LISTED)).isInstanceOf(Selection.Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"idle", ","})
    void whereNothingMayGoIdleChoosesNothing(String answer) {
        assertThat(Selection.read(answer, List.of(item(1)))).isInstanceOf(Selection.Unclear.class);
    }
}
