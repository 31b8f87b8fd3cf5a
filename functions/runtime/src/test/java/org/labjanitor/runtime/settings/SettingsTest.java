package org.labjanitor.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labjanitor.core.budget.Budget;
import org.labjanitor.core.hours.WorkingHours;

class SettingsTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:lab-janitor";

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
    void hasADefaultForEverythingAboutGraceAndReports() {
        assertThat(Settings.defaults().grace())
                .isEqualTo(
                        new GraceSettings(
                                null,
                                null,
                                "admin",
                                Duration.ofHours(24),
                                Duration.ofDays(7),
                                null));
        assertThat(Settings.defaults().reportBucket()).isNull();
        assertThat(Settings.defaults().requestBucket()).isNull();
    }

    @Test
    void readsEveryVariableAboutGraceAndReports() {
        Settings settings =
                Settings.from(
                        Map.of(
                                "JANITOR_STATE_BUCKET", "janitor-state",
                                "JANITOR_TOPIC_ARN", TOPIC,
                                "JANITOR_ADMIN", "lab admin",
                                "JANITOR_GRACE_HOURS", "48",
                                "JANITOR_NOTICE_DAYS", "14",
                                "JANITOR_REMOVAL_HOURS", "Mon-Fri 08:00-18:00 Europe/Berlin",
                                "JANITOR_REPORT_BUCKET", "janitor-reports",
                                "JANITOR_REQUEST_BUCKET", "janitor-requests"));

        assertThat(settings.grace())
                .isEqualTo(
                        new GraceSettings(
                                "janitor-state",
                                TOPIC,
                                "lab admin",
                                Duration.ofDays(2),
                                Duration.ofDays(14),
                                WorkingHours.parse("Mon-Fri 08:00-18:00 Europe/Berlin")
                                        .orElseThrow()));
        assertThat(settings.reportBucket()).isEqualTo("janitor-reports");
        assertThat(settings.requestBucket()).isEqualTo("janitor-requests");
    }

    @ParameterizedTest
    @CsvSource({
        "janitor-state, , false",
        " , arn:aws:sns:us-east-1:111122223333:lab-janitor, false",
        " , , false",
        "janitor-state, arn:aws:sns:us-east-1:111122223333:lab-janitor, true",
    })
    void canWarnOnlyWithALedgerAndATopic(
            @Nullable String bucket, @Nullable String topic, boolean canWarn) {
        Map<String, String> environment = new HashMap<>();
        environment.put("JANITOR_STATE_BUCKET", bucket == null ? "" : bucket);
        environment.put("JANITOR_TOPIC_ARN", topic == null ? "" : topic);

        assertThat(Settings.from(environment).grace().canWarn()).isEqualTo(canWarn);
    }

    @Test
    void takesTheTopicsOfOtherPartitions() {
        String topic = "arn:aws-us-gov:sns:us-gov-west-1:111122223333:Lab_Janitor-1";

        assertThat(Settings.from(Map.of("JANITOR_TOPIC_ARN", topic)).grace().topic())
                .isEqualTo(topic);
    }

    @ParameterizedTest
    @CsvSource({"24, 1", "168, 7", "720, 30"})
    void refusesANoticeThatHoldsNoLongerThanTheGrace(String hours, String days) {
        assertThatThrownBy(() ->
                        Settings.from(
                                Map.of(
                                        "JANITOR_GRACE_HOURS", hours,
                                        "JANITOR_NOTICE_DAYS", days)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("JANITOR_NOTICE_DAYS is " + days)
                .hasMessageContaining("longer than the grace of " + hours + " h")
                .hasMessageContaining("JANITOR_GRACE_HOURS");
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
        "JANITOR_STATE_BUCKET,   State,      a bucket's name",
        "JANITOR_STATE_BUCKET,   ab,         a bucket's name",
        "JANITOR_TOPIC_ARN,      lab-janitor, the ARN of an SNS topic",
        "JANITOR_TOPIC_ARN,      arn:aws:sqs:us-east-1:111122223333:q, the ARN of an SNS topic",
        "JANITOR_TOPIC_ARN,      arn:aws:sns:us-east-1:1111:t, the ARN of an SNS topic",
        "JANITOR_ADMIN,          'a;b',      a name of at most 100 letters",
        "JANITOR_GRACE_HOURS,    0,          a whole number from 1 to 720",
        "JANITOR_GRACE_HOURS,    721,        a whole number from 1 to 720",
        "JANITOR_GRACE_HOURS,    1.5,        a whole number from 1 to 720",
        "JANITOR_NOTICE_DAYS,    0,          a whole number from 1 to 90",
        "JANITOR_NOTICE_DAYS,    91,         a whole number from 1 to 90",
        "JANITOR_REMOVAL_HOURS,  weekdays,   'days, hours and an IANA time zone'",
        "JANITOR_REMOVAL_HOURS,  Mon-Fri 22:00-06:00 UTC, 'days, hours and an IANA time zone'",
        "JANITOR_REPORT_BUCKET,  s3://reports, a bucket's name",
        "JANITOR_REQUEST_BUCKET, Requests/in, a bucket's name",
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
