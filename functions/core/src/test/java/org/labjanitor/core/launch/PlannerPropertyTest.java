package org.labjanitor.core.launch;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.bucket.BucketName;
import org.labjanitor.core.tag.EndOfLife;
import org.labjanitor.core.tag.LabTags;

/** What holds for the plan of any lab. */
class PlannerPropertyTest {
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final LabTags TAGS = LabTags.standard();
    private static final BigDecimal DOLLARS = new BigDecimal("7.59");
    private static final LaunchLimits LIMITS =
            new LaunchLimits(100, List.of("t3.*"), new BigDecimal(1_000), "lab-");

    @Property(tries = 200)
    void everyPieceHasItsOwnKeyNameAndToken(@ForAll("labs") LabOrder order) {
        LabPlan plan = plan(order).plan();

        assertThat(plan.instances().stream().map(InstancePiece::key).collect(toSet()))
                .hasSameSizeAs(plan.instances());
        assertThat(plan.instances().stream().map(piece -> piece.clientToken(0)).collect(toSet()))
                .hasSameSizeAs(plan.instances());
        assertThat(plan.buckets().stream().map(BucketPiece::name).collect(toSet()))
                .hasSameSizeAs(plan.buckets());
        int students = Math.max(1, order.roster().size());
        assertThat(plan.instances())
                .hasSize(
                        order.instances().stream()
                                .mapToInt(instance -> instance.perStudent() ? students : 1)
                                .sum());
    }

    @Property(tries = 200)
    void theJanitorReadsFromTheTagsWhatTheOrderSays(@ForAll("labs") LabOrder order) {
        LabPlan plan = plan(order).plan();

        for (InstancePiece piece : plan.instances()) {
            requireTags(order, piece.tags(), piece.student());
            assertThat(piece.tags()).containsEntry(TAGS.pieceKey(), piece.key());
        }
        for (BucketPiece piece : plan.buckets()) {
            requireTags(order, piece.tags(), piece.student());
            assertThat(piece.tags()).containsEntry(TAGS.pieceKey(), piece.name());
            assertThat(BucketName.isLegal(piece.name())).isTrue();
        }
    }

    private static void requireTags(
            LabOrder order, Map<String, String> tags, @Nullable String student) {
        assertThat(TAGS.lab(tags)).contains(order.name());
        assertThat(TAGS.owner(tags)).isEqualTo(order.owners().of(student));
        assertThat(TAGS.endOfLife(tags, NOW))
                .isInstanceOfSatisfying(
                        EndOfLife.At.class,
                        at -> assertThat(at.end()).isEqualTo(order.term().end()));
    }

    @Property(tries = 200)
    void aPlanWithinItsLimitsIsTheOnlyOneWithoutAFault(@ForAll("labs") LabOrder order) {
        Planning planning = plan(order);

        int count =
                planning.plan().instances().stream()
                        .mapToInt(piece -> piece.order().count().most())
                        .sum();
        BigDecimal aMonth = DOLLARS.multiply(BigDecimal.valueOf(count));
        assertThat(planning.plan().estimate().aMonth()).isEqualByComparingTo(aMonth);
        boolean within = count <= 100 && aMonth.compareTo(new BigDecimal(1_000)) <= 0;
        assertThat(planning.faults().isEmpty()).as("%s", planning.faults()).isEqualTo(within);
    }

    @Property(tries = 200)
    void aRepetitionHasTheSameTokensAndAnotherDayOrGenerationHasOthers(
            @ForAll("labs") LabOrder order, @ForAll @IntRange(max = 50) int generation) {
        LabOrder again = order.with(order.term().keeping(NOW.plus(Duration.ofHours(3))));
        LabOrder nextDay =
                order.with(LabTerm.lasting(Duration.ofHours(8), NOW.plus(Duration.ofDays(1))));

        assertThat(tokens(again, generation)).isEqualTo(tokens(order, generation));
        assertThat(tokens(nextDay, generation))
                .doesNotContainAnyElementsOf(tokens(order, generation));
        assertThat(tokens(order, generation + 1))
                .doesNotContainAnyElementsOf(tokens(order, generation));
        assertThat(tokens(order, generation))
                .allSatisfy(token -> assertThat(token).matches("[ -~]{1,64}"));
    }

    private static List<String> tokens(LabOrder order, int generation) {
        return plan(order).plan().instances().stream()
                .map(piece -> piece.clientToken(generation))
                .toList();
    }

    private static Planning plan(LabOrder order) {
        return new Planner(
                        TAGS,
                        LIMITS,
                        type -> type.equals("t3.micro") ? Optional.of(DOLLARS) : Optional.empty(),
                        "111122223333")
                .plan(order, NOW);
    }

    @Provide
    Arbitrary<LabOrder> labs() {
        Arbitrary<List<String>> rosters =
                names(8).list().ofMinSize(1).ofMaxSize(12).uniqueElements();
        Arbitrary<List<InstanceOrder>> instances =
                Combinators.combine(
                                names(10),
                                Arbitraries.integers().between(1, 9),
                                Arbitraries.of(true, false))
                        .as(PlannerPropertyTest::instances)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(4)
                        .uniqueElements(InstanceOrder::name);
        return Combinators.combine(names(20), rosters, instances, Arbitraries.of(true, false))
                .as(PlannerPropertyTest::lab);
    }

    private static Arbitrary<String> names(int longest) {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(longest)
                // A bucket's name that ends in -an is kept for buckets of an account and a Region.
                .filter(name -> !name.equals("an"));
    }

    private static InstanceOrder instances(String name, int count, boolean perStudent) {
        return new InstanceOrder(
                name,
                new ImageChoice.Ami("ami-0123456789abcdef0"),
                "t3.micro",
                new Count(1, count),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                false,
                perStudent);
    }

    private static LabOrder lab(
            String name, List<String> roster, List<InstanceOrder> instances, boolean owned) {
        return new LabOrder(
                name,
                LabTerm.lasting(Duration.ofHours(8), NOW),
                new Owners(
                        owned ? "trainer@example.org" : null,
                        Map.of(roster.getFirst(), "first@example.org")),
                "us-east-1",
                roster,
                instances,
                List.of(
                        new BucketOrder("lab-{lab}-{account}", "us-east-1", true, false),
                        new BucketOrder("lab-x-{lab}-{student}", "us-east-1", false, true)),
                List.of());
    }
}
