package org.labjanitor.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.labjanitor.core.metric.Metric;
import org.labjanitor.core.policy.IdleRule;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.core.policy.Signal;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.verdict.Verdict;

/** Signals can only save an instance. */
final class SignalPropertyTest {
    private static Verdict judge(Truth truth, InstancePolicy policy) {
        return truth.judge(new InstanceJudge(policy, LabTags.standard()));
    }

    @Property(tries = 300)
    void askingForMoreNeverMakesAnInstanceRemovable(@ForAll long seed) {
        RandomTruth random = new RandomTruth(seed);
        InstancePolicy policy = random.policy();
        // A second limit for a signal would take the place of the first.
        if (policy.signals().asked().isEmpty()) {
            assertAskingForMoreOnlySaves(random, policy);
        }
    }

    /** A use that only a signal shows could split the pause that keeps an instance. */
    @Property(tries = 1500)
    void aPauseThatASignalSplitsStillKeepsAnInstance(@ForAll long seed) {
        RandomTruth random = new RandomTruth(seed);
        assertAskingForMoreOnlySaves(
                random,
                InstancePolicy.lab()
                        .withIdleRule(random.rhythm())
                        .withYoungHours(0)
                        .withLogins(false));
    }

    private static void assertAskingForMoreOnlySaves(RandomTruth random, InstancePolicy policy) {
        Truth truth = random.life(0);
        if (judge(truth, random.withSignal(policy)) instanceof Verdict.Removable) {
            assertThat(judge(truth, policy)).isInstanceOf(Verdict.Removable.class);
        }
    }

    @Property(tries = 1500)
    void aUseLostInAHoleNeverMakesAnInstanceRemovable(@ForAll long seed) {
        RandomTruth random = new RandomTruth(seed);
        InstancePolicy policy = random.withSignal(random.policy());
        Truth truth = random.life(-1);
        if (judge(truth, policy) instanceof Verdict.Removable) {
            return;
        }
        int due = truth.slot(truth.lastStart.plusSeconds(600)) / 12 + 1;
        for (Signal signal : policy.signals().asked()) {
            for (Metric metric : signal.metrics()) {
                double[] hours = truth.hours(metric);
                for (int hour = Math.max(0, due); hour < hours.length; hour++) {
                    hours[hour] = hours[hour] > 0 ? Double.NaN : hours[hour];
                }
            }
        }
        assertThat(judge(truth, policy)).isNotInstanceOf(Verdict.Removable.class);
    }

    @Property(tries = 1000)
    void withoutRhythmMoreOfASignalNeverMakesAKeptInstanceRemovable(@ForAll long seed) {
        RandomTruth random = new RandomTruth(seed);
        InstancePolicy policy = random.withSignal(random.policy());
        Truth truth = random.life(-1);
        if (policy.idleRule() instanceof IdleRule.Rhythm
                || !(judge(truth, policy) instanceof Verdict.Keep)) {
            return;
        }
        for (Signal signal : policy.signals().asked()) {
            double[] hours = truth.hours(signal.metrics().getLast());
            hours[random.slot() / 12] += 90_000_000;
        }
        assertThat(judge(truth, policy)).isNotInstanceOf(Verdict.Removable.class);
    }
}
