package org.labjanitor.core.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.labjanitor.core.tag.LabTags;

/** What is refused before AWS is asked, each with one message. */
class PlannerTest {
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    @Test
    void refusesMoreInstancesThanAllowedWithTheSumAndTheLimit() {
        assertThat(faults(lab(instances("t3.micro", 3), instances("t3.micro", 2))))
                .containsExactly(
                        "the lab has 5 instances, but at most 4 are allowed (JANITOR_LAUNCH_COUNT)");
    }

    @Test
    void refusesATypeThatIsNotAllowed() {
        assertThat(faults(lab(instances("m7i.large", 1))))
                .containsExactly(
                        "instance type m7i.large is not allowed; allowed are t3.*, x9.huge (JANITOR_LAUNCH_TYPES)",
                        "the lab's instances would cost $73.58 a month, but at most $50.00 are allowed (JANITOR_LAUNCH_DOLLARS)");
    }

    @Test
    void refusesATypeWithoutAPriceAndNamesIt() {
        assertThat(faults(lab(instances("x9.huge", 1))))
                .containsExactly(
                        "the price of instance type x9.huge is not known, so that the limit of $50 a month cannot be held");
    }

    @Test
    void refusesMoreDollarsAMonthThanAllowedWithTheSumAndTheLimit() {
        assertThat(faults(lab(instances("t3.medium", 2))))
                .containsExactly(
                        "the lab's instances would cost $60.74 a month, but at most $50.00 are allowed (JANITOR_LAUNCH_DOLLARS)");
    }

    @Test
    void refusesBucketsThatTheJanitorCouldNotRemoveOrThatCannotBe() {
        assertThat(faults(withBuckets("course-{lab}")))
                .containsExactly(
                        "bucket course-java: the name must begin with lab- (JANITOR_BUCKET_PREFIX), or the janitor could not remove it later");
        assertThat(faults(withBuckets("lab-{lab}_x")))
                .containsExactly(
                        "bucket lab-java_x: an underscore is not allowed; lower-case letters, digits, dots and hyphens are; lab-java-x would be legal");
        assertThat(faults(withBuckets("lab-{lab}", "lab-{lab}")))
                .containsExactly(
                        "two of the lab's buckets would be called lab-java; put {student} into the names of the students' buckets");
    }

    @Test
    void refusesFilesForABucketThatIsNotTheLabs() {
        LabOrder order = lab(instances("t3.micro", 1));
        LabOrder strange =
                new LabOrder(
                        order.name(),
                        order.term(),
                        order.owners(),
                        order.region(),
                        List.of("ada"),
                        order.instances(),
                        List.of(new BucketOrder("lab-{student}", "us-east-1", false, true)),
                        List.of(
                                new FileOrder(
                                        new FileSource.Stored("files", "java"), "lab-bob", "")));

        assertThat(faults(strange))
                .containsExactly("files go to s3://lab-bob/, but the lab has no bucket lab-bob");
    }

    @Test
    void estimatesWhatTheLabCostsUntilItsEndAndWhatItCostsIfItIsForgotten() {
        Estimate estimate = planner().plan(lab(instances("t3.medium", 1)), NOW).plan().estimate();

        assertThat(estimate.aMonth()).isEqualTo("30.37");
        // 8 of 730 hours.
        assertThat(estimate.untilEnd()).isEqualTo("0.33");
    }

    @Test
    void countsWhatIsMissing() {
        assertThat(new Count(3, 5).missing(0)).isEqualTo(new Count(3, 5));
        assertThat(new Count(3, 5).missing(2)).isEqualTo(new Count(1, 3));
        assertThat(new Count(3, 5).missing(4)).isEqualTo(new Count(1, 1));
        assertThatThrownBy(() -> new Count(3, 5).missing(5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesWhatAPatternCannotFillIn() {
        assertThat(new NamePattern("lab-{lab}-{studnet}}").strangers(List.of("lab", "student")))
                .containsExactly("{studnet}", "a lone }");
        assertThat(new NamePattern("lab-{lab}").fill(Map.of("lab", "a$1"))).isEqualTo("lab-a$1");
        assertThatThrownBy(() -> new NamePattern("lab-{day}").fill(Map.of()))
                .hasMessage("nothing is known for {day} in lab-{day}");
    }

    private static List<String> faults(LabOrder order) {
        return planner().plan(order, NOW).faults();
    }

    private static Planner planner() {
        Map<String, BigDecimal> prices =
                Map.of(
                        "t3.micro", new BigDecimal("7.59"),
                        "t3.medium", new BigDecimal("30.37"),
                        "m7i.large", new BigDecimal("73.58"));
        return new Planner(
                LabTags.standard(),
                new LaunchLimits(4, List.of("t3.*", "x9.huge"), new BigDecimal(50), "lab-"),
                type -> Optional.ofNullable(prices.get(type)),
                "111122223333");
    }

    private static InstanceOrder instances(String type, int count) {
        return new InstanceOrder(
                "workers",
                new ImageChoice.Ami("ami-0123456789abcdef0"),
                type,
                Count.exactly(count),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                false,
                false);
    }

    private static LabOrder lab(InstanceOrder... instances) {
        return new LabOrder(
                "java",
                LabTerm.lasting(Duration.ofHours(8), NOW),
                new Owners(null, Map.of()),
                "us-east-1",
                List.of(),
                List.of(instances),
                List.of(),
                List.of());
    }

    private static LabOrder withBuckets(String... names) {
        return new LabOrder(
                "java",
                LabTerm.lasting(Duration.ofHours(8), NOW),
                new Owners(null, Map.of()),
                "us-east-1",
                List.of(),
                List.of(),
                Stream.of(names)
                        .map(name -> new BucketOrder(name, "us-east-1", false, false))
                        .toList(),
                List.of());
    }
}
