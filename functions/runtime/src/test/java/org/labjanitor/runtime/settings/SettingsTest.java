package org.labjanitor.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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
    void hasADefaultForEverythingAboutBuckets() {
        assertThat(Settings.defaults().buckets())
                .isEqualTo(new BucketSettings("lab-", null, true, 10_000_000, 1_000, List.of()));
    }

    @Test
    void readsEveryVariableAboutBuckets() {
        assertThat(
                        Settings.from(
                                        Map.of(
                                                "JANITOR_BUCKET_PREFIX", "course-",
                                                "JANITOR_BUCKET_LIFETIME", "30d",
                                                "JANITOR_BUCKET_AFTER", "keep",
                                                "JANITOR_BUDGET_KEYS", "1000000000",
                                                "JANITOR_BUDGET_GIGABYTES", "0",
                                                "JANITOR_OWN_BUCKETS", "ledger-1, reports-1"))
                                .buckets())
                .isEqualTo(
                        new BucketSettings(
                                "course-",
                                Duration.ofDays(30),
                                false,
                                1_000_000_000,
                                0,
                                List.of("ledger-1", "reports-1")));
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
        "JANITOR_BUCKET_PREFIX,  Lab_,       the beginning of bucket names",
        "JANITOR_BUCKET_LIFETIME, a month,   a length of time such as 30m",
        "JANITOR_BUCKET_LIFETIME, 0d,        a length of time such as 30m",
        "JANITOR_BUCKET_AFTER,   empty,      delete or keep",
        "JANITOR_BUDGET_KEYS,    9999999999, a whole number from 0 to 1000000000",
        "JANITOR_BUDGET_GIGABYTES, -1,       a whole number from 0 to 1000000000",
        "JANITOR_OWN_BUCKETS,    'a-b,A',    bucket names separated by commas",
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
