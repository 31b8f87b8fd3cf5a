package org.labjanitor.runtime.grace;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.runtime.grace.GraceLab.HOME;
import static org.labjanitor.runtime.grace.GraceLab.idle;
import static org.labjanitor.runtime.grace.GraceLab.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Ended;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.Warning;

/** Two runs at once, in every order that their steps can take. */
final class OverlappingRunsTest {
    private static final int STEPS = 3;
    private static final Candidate DUE = idle("i-due");
    private static final Candidate NEW = idle("i-new");

    /** Orders such as {@code ABABAB}, each run's steps in their own order. */
    static Stream<String> orders() {
        List<String> orders = new ArrayList<>();
        addOrders("", STEPS, STEPS, orders);
        return orders.stream();
    }

    private static void addOrders(String begun, int left, int right, List<String> orders) {
        if (left == 0 && right == 0) {
            orders.add(begun);
        }
        if (left > 0) {
            addOrders(begun + 'A', left - 1, right, orders);
        }
        if (right > 0) {
            addOrders(begun + 'B', left, right - 1, orders);
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void oneRemovesAndBothAgree(String order) {
        try (GraceLab lab = new GraceLab()) {
            lab.warnAndWait(DUE);
            Set<String> there = new TreeSet<>(List.of("i-due", "i-new"));
            List<String> removals = new ArrayList<>();
            Run first = new Run(lab.run(), there, removals);
            Run second = new Run(lab.run(), there, removals);
            Warning noticed = new Warning(lab.now(), lab.now().plus(GraceLab.DAY));
            order.chars().forEach(step -> (step == 'A' ? first : second).step());

            assertThat(removals).containsExactly("i-due");
            RunGrace report = lab.report();
            assertThat(stage(report.look(List.of(NEW)), NEW))
                    .isInstanceOfSatisfying(
                            Stage.Waiting.class,
                            waiting ->
                                    assertThat(waiting.warning().deadline())
                                            .isBetween(
                                                    noticed.deadline(),
                                                    noticed.deadline().plusSeconds(60)));
            assertThat(requireNonNull(report.correspondence().total()).removed()).isEqualTo(1);
            assertThat(lab.ledger()).doesNotContain("i-due");
            assertThat(first.departed()).isEmpty();
            assertThat(second.departed()).isEmpty();
        }
    }

    /** A run, one step at a time, over what is there. */
    private static final class Run {
        private final RunGrace grace;
        private final Set<String> there;
        private final List<String> removals;
        private final List<Ended> ended = new ArrayList<>();
        private List<Candidate> candidates = List.of();
        private int steps;

        Run(RunGrace grace, Set<String> there, List<String> removals) {
            this.grace = grace;
            this.there = there;
            this.removals = removals;
            // Both have read the ledger before any of them writes.
            grace.firstSeen(HOME, "i-due");
        }

        void step() {
            switch (steps++) {
                case 0 -> warn();
                case 1 -> remove();
                default -> grace.settle(ended);
            }
        }

        private void warn() {
            candidates = there.stream().map(GraceLab::idle).toList();
            grace.warn(candidates, Set.of(HOME));
        }

        private void remove() {
            Set<String> claimed = grace.claim(candidates);
            for (Candidate candidate : candidates) {
                if (claimed.contains(candidate.id())) {
                    boolean gone = !there.remove(candidate.id());
                    if (!gone) {
                        removals.add(candidate.id());
                    }
                    ended.add(
                            new Ended(
                                    candidate, gone ? Outcome.GONE_ALREADY : Outcome.REMOVED, ""));
                }
            }
        }

        List<String> departed() {
            return grace.correspondence().departed();
        }
    }
}
