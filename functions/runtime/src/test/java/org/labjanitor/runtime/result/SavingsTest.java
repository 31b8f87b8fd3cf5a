package org.labjanitor.runtime.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.runtime.result.Runs.estimated;
import static org.labjanitor.runtime.result.Runs.listed;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;
import org.labjanitor.runtime.settings.Mode;

class SavingsTest {
    @Test
    void keepsApartWhatIsCertainWhatIsEstimatedAndWhatIsNotKnown() {
        Savings savings =
                Savings.ofCosts(
                        List.of(
                                listed("70.08"),
                                estimated("10.10"),
                                listed("0.02"),
                                estimated("5"),
                                new Unpriced("no such type")));

        assertThat(savings.certain()).isEqualTo("70.10");
        assertThat(savings.estimated()).isEqualTo("15.10");
        assertThat(savings.unpriced()).isEqualTo(1);
        assertThat(savings.dollars()).isEqualTo("85.20");
        assertThat(savings.listed()).isFalse();
    }

    @Test
    void isExactOnlyWhereEveryPriceIsTheListsOwn() {
        assertThat(Savings.ofCosts(List.of(listed("70.08"))).listed()).isTrue();
        assertThat(Savings.ofCosts(List.of()).dollars()).isEqualTo("0.00");
        assertThat(Savings.ofCosts(List.of(new Unpriced("no such type"))).listed()).isFalse();
    }

    @Test
    void aRunSavesWhatIsGoneAndCouldSaveWhatMayGo() {
        RunResult result =
                Runs.run(
                        Mode.CLEAN,
                        Runs.item(
                                "i-gone",
                                Runs.removable(),
                                Action.TERMINATE,
                                Outcome.REMOVED,
                                listed("70.08")),
                        Runs.item(
                                "i-refused",
                                Runs.removable(),
                                Action.TERMINATE,
                                Outcome.REFUSED,
                                estimated("30")),
                        Runs.item("i-kept", Runs.keep()));

        assertThat(result.savings().dollars()).isEqualTo("70.08");
        assertThat(result.possibleSavings().certain()).isEqualTo("70.08");
        assertThat(result.possibleSavings().estimated()).isEqualTo("30.00");
    }
}
