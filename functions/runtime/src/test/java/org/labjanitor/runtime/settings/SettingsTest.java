package org.labjanitor.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labjanitor.core.budget.Budget;

class SettingsTest {
    @Test
    void hasADefaultForEverything() {
        assertThat(Settings.from(Map.of()))
                .isEqualTo(new Settings(null, "lab", List.of(), "lab", new Budget(20, 50)))
                .isEqualTo(Settings.defaults());
    }

    @Test
    void readsEveryVariable() {
        assertThat(
                        Settings.from(
                                Map.of(
                                        "JANITOR_ACCOUNT_ID", "111122223333",
                                        "JANITOR_LAB_TAG", "course",
                                        "JANITOR_REGIONS", "us-east-1, eu-west-1",
                                        "JANITOR_POLICY", "window",
                                        "JANITOR_BUDGET_COUNT", "7",
                                        "JANITOR_BUDGET_PERCENT", "25")))
                .isEqualTo(
                        new Settings(
                                "111122223333",
                                "course",
                                List.of("us-east-1", "eu-west-1"),
                                "window",
                                new Budget(7, 25)));
    }

    @Test
    void takesABlankVariableAsAbsent() {
        assertThat(Settings.from(Map.of("JANITOR_LAB_TAG", " ", "JANITOR_ACCOUNT_ID", "")))
                .isEqualTo(Settings.defaults());
    }

    @ParameterizedTest
    @CsvSource({
        "JANITOR_ACCOUNT_ID,     1234,       an account id of 12 digits",
        "JANITOR_LAB_TAG,        aws:lab,    a tag key",
        "JANITOR_REGIONS,        'moon,,x',  Region names",
        "JANITOR_POLICY,         lazy,       'one of lab, compute-optimizer, trusted-advisor, window'",
        "JANITOR_BUDGET_COUNT,   all,        a whole number from 0 to 10000",
        "JANITOR_BUDGET_COUNT,   -1,         a whole number from 0 to 10000",
        "JANITOR_BUDGET_PERCENT, 101,        a whole number from 0 to 100",
    })
    void namesTheVariableItsValueAndWhatIsAllowed(String variable, String value, String allowed) {
        assertThatThrownBy(() -> Settings.from(Map.of(variable, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(variable)
                .hasMessageContaining(value)
                .hasMessageContaining(allowed);
    }
}
