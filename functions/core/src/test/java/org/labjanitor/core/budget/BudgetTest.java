package org.labjanitor.core.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BudgetTest {
    @ParameterizedTest
    @CsvSource({
        "20, 50, 1, 1",
        "20, 50, 3, 2",
        "20, 50, 100, 20",
        "20, 50, 0, 0",
        "0, 100, 10, 0",
        "10, 0, 10, 0",
        "5, 100, 3, 3",
        "2147483647, 100, 2147483647, 2147483647"
    })
    void theLesserOfCountAndShareHolds(int count, int percent, int candidates, int allowance) {
        assertThat(new Budget(count, percent).allowance(candidates)).isEqualTo(allowance);
    }

    @Test
    void theStandardIsTwentyAndHalf() {
        assertThat(Budget.standard()).isEqualTo(new Budget(20, 50));
    }

    @Test
    void aMalformedBudgetIsRefusedByName() {
        assertThatThrownBy(() -> new Budget(-1, 50))
                .hasMessageContaining("count")
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> new Budget(1, 101))
                .hasMessageContaining("percent")
                .hasMessageContaining("101");
        assertThatThrownBy(() -> new Budget(1, -1)).hasMessageContaining("percent");
        assertThatThrownBy(() -> Budget.standard().allowance(-1))
                .hasMessageContaining("candidates");
    }
}
