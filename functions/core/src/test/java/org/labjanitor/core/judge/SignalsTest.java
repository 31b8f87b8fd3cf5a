package org.labjanitor.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.core.judge.RhythmPropertyTest.name;
import static org.labjanitor.core.metric.Metric.CPU_CREDIT_USAGE;
import static org.labjanitor.core.metric.Metric.EBS_READ_BYTES;
import static org.labjanitor.core.metric.Metric.EBS_WRITE_BYTES;
import static org.labjanitor.core.metric.Metric.GPU_UTILIZATION;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.core.metric.Metric;
import org.labjanitor.core.metric.MetricAnswer;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.core.policy.Signal;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.Verdict;

/** Metrics beyond CPU and network, as far as a policy asks for them. */
final class SignalsTest {
    private static final InstancePolicy DISK =
            InstancePolicy.lab().withSignal(Signal.DISK_BYTES, 20);
    private static final InstancePolicy CREDITS =
            InstancePolicy.lab().withSignal(Signal.CPU_CREDITS, 6);
    private static final InstancePolicy GPU = InstancePolicy.lab().withSignal(Signal.GPU, 10);

    private final Truth truth = new Truth(16);

    private Verdict judge(InstancePolicy policy) {
        return truth.judge(new InstanceJudge(policy, LabTags.standard()));
    }

    private double[] disk() {
        truth.publish(EBS_WRITE_BYTES, 1_000_000);
        return truth.publish(EBS_READ_BYTES, 500_000);
    }

    @Test
    void anHourThatReachesTheLimitIsAUse() {
        disk()[truth.hour("2026-11-24T02:00:00Z")] = 19_000_000;
        Verdict verdict = judge(DISK);
        assertThat(name(verdict)).isEqualTo("IN_USE");
        assertThat(verdict.explanation().sentence())
                .isEqualTo(
                        "In use: 20 MB from and to EBS volumes in the hour that began at"
                                + " 2026-11-24 02:00 UTC.");
        assertThat(verdict.explanation().facts())
                .extracting(Fact::source)
                .startsWith("CloudWatch EBSReadBytes and EBSWriteBytes");
    }

    @Test
    void belowTheLimitItIsIdleAndTheMostOfAnyHourIsNamed() {
        disk()[truth.hour("2026-11-24T02:00:00Z")] = 18_900_000;
        Verdict verdict = judge(DISK);
        assertThat(name(verdict)).isEqualTo("IDLE");
        assertThat(verdict.explanation().facts())
                .anySatisfy(fact -> {
                    assertThat(fact.name()).isEqualTo("most EBS traffic in 1 h");
                    assertThat(fact.value()).isEqualTo("19.9 MB");
                    assertThat(fact.at()).isEqualTo("2026-11-24T02:00:00Z");
                });
    }

    @Test
    void anEarlierUseIsPartOfTheRhythm() {
        double[] read = disk();
        read[truth.hour("2026-11-10T22:00:00Z")] = 50_000_000;
        read[truth.hour("2026-11-20T02:00:00Z")] = 50_000_000;
        Verdict verdict = judge(DISK);
        assertThat(name(verdict)).isEqualTo("RHYTHM");
        assertThat(verdict.explanation().sentence()).contains("it has paused for 219 h before");
    }

    @ParameterizedTest
    @EnumSource(Signal.class)
    void onlyWhatIsAskedForIsFetchedAndOnlyForIdleOnes(Signal signal) {
        truth.type = "t3.micro";
        signal.metrics().forEach(metric -> truth.publish(metric, 0));
        int without = questionsOf(InstancePolicy.lab());
        int with = questionsOf(InstancePolicy.lab().withSignal(signal, 10));
        assertThat(with - without)
                .isEqualTo(signal.existsOn("t3.micro") ? signal.metrics().size() : 0);

        truth.cpu("2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z", 80);
        assertThat(questionsOf(InstancePolicy.lab().withSignal(signal, 10)))
                .isEqualTo(questionsOf(InstancePolicy.lab()));
    }

    private int questionsOf(InstancePolicy policy) {
        truth.questions = 0;
        judge(policy);
        return truth.questions;
    }

    @Test
    void dataThatAreNotThereAreNoQuiet() {
        Verdict verdict = judge(DISK);
        assertThat(name(verdict)).isEqualTo("MISSING_DATA");
        assertThat(verdict.explanation().sentence())
                .contains(
                        "CloudWatch has no EBSReadBytes or EBSWriteBytes for 337 of the 337 h",
                        "EC2 publishes it for Nitro types that are not bare metal.");
    }

    @Test
    void aHoleInTheQuietTimeMayBeAUse() {
        disk()[truth.hour("2026-11-24T02:00:00Z")] = Double.NaN;
        assertThat(name(judge(DISK))).isEqualTo("MISSING_DATA");
    }

    @Test
    void aHoleBeforeTheLastStartIsNotMissed() {
        double[] read = disk();
        for (int hour = 0; hour < truth.hour("2026-11-20T10:00:00Z"); hour++) {
            read[hour] = Double.NaN;
        }
        truth.startedAt("2026-11-20T09:52:00Z");
        assertThat(name(judge(DISK))).isEqualTo("IDLE");
    }

    @Test
    void oneThatCloudWatchDoesNotGiveWholeLeavesItUnknown() {
        disk();
        InstanceJudge judge = new InstanceJudge(DISK, LabTags.standard());
        InstanceEvidence evidence = InstanceEvidence.none();
        while (judge.judge(truth.instance(), evidence, Truth.NOW)
                instanceof Judgement.Asks(List<Question> questions)) {
            for (Question question : questions) {
                evidence =
                        question instanceof Question.Series(var query)
                                        && query.metric() == EBS_READ_BYTES
                                ? evidence.with(new MetricAnswer.Unavailable(query, "Forbidden."))
                                : truth.answer(question, evidence);
            }
        }
        Verdict verdict = truth.judge(judge, evidence);
        assertThat(name(verdict)).isEqualTo("METRICS_UNAVAILABLE");
        assertThat(verdict.explanation().sentence()).contains("EBSReadBytes", "Forbidden.");
    }

    @Test
    void creditsThatATypeDoesNotHaveAreNamedAsNotLookedAt() {
        truth.type = "m7i.large";
        Verdict verdict = judge(CREDITS);
        assertThat(name(verdict)).isEqualTo("IDLE");
        assertThat(verdict.explanation().facts())
                .anySatisfy(fact -> {
                    assertThat(fact.name()).isEqualTo("CPU credits");
                    assertThat(fact.value()).isEqualTo("not looked at: type m7i.large has none");
                });
    }

    @Test
    void creditsThatABurstableTypeSpentAreAUse() {
        truth.publish(CPU_CREDIT_USAGE, 0.5)[truth.hour("2026-11-24T02:00:00Z")] = 6.5;
        Verdict verdict = judge(CREDITS);
        assertThat(name(verdict)).isEqualTo("IN_USE");
        assertThat(verdict.explanation().sentence()).contains("6.5 CPU credits spent");
    }

    @Test
    void aGpuSpeaksForItsInstance() {
        truth.type = "g5.xlarge";
        truth.publish(GPU_UTILIZATION, 0);
        assertThat(name(judge(InstancePolicy.lab()))).isEqualTo("ACCELERATED");
        assertThat(name(judge(GPU))).isEqualTo("IDLE");

        truth.publish(GPU_UTILIZATION, 0)[truth.hour("2026-11-24T02:00:00Z")] = 97;
        assertThat(judge(GPU).explanation().sentence())
                .isEqualTo(
                        "In use: GPU peak of 97 % in the hour that began at 2026-11-24 02:00 UTC.");
    }

    @Test
    void withoutTheAgentAGpuIsUnknown() {
        truth.type = "g5.xlarge";
        Verdict verdict = judge(GPU);
        assertThat(name(verdict)).isEqualTo("MISSING_DATA");
        assertThat(verdict.explanation().sentence())
                .contains("no nvidia_smi_utilization_gpu", "the CloudWatch agent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"g4ad.xlarge", "inf2.xlarge"})
    void anAcceleratorThatNvidiaDidNotMakeKeepsIt(String type) {
        truth.type = type;
        assertThat(name(judge(GPU))).isEqualTo("ACCELERATED");
    }

    @Test
    void inThePeakRuleAnyHourCountsAndAnyHoleMayHideOne() {
        InstancePolicy policy = InstancePolicy.computeOptimizer().withSignal(Signal.DISK_BYTES, 20);
        double[] read = disk();
        Verdict idle = judge(policy);
        assertThat(name(idle)).isEqualTo("IDLE");
        assertThat(idle.explanation().facts()).extracting(Fact::value).contains("1.5 MB");
        read[truth.hour("2026-11-12T02:00:00Z")] = Double.NaN;
        assertThat(name(judge(policy))).isEqualTo("MISSING_DATA");
        read[truth.hour("2026-11-11T02:00:00Z")] = 30_000_000;
        assertThat(name(judge(policy))).isEqualTo("IN_USE");
    }

    @Test
    void inTheLowDaysRuleADayWithSuchAnHourIsNotLow() {
        InstancePolicy policy = InstancePolicy.trustedAdvisor().withSignal(Signal.DISK_BYTES, 20);
        double[] read = disk();
        for (int day = 0; day < 11; day++) {
            read[truth.hour("2026-11-10T05:00:00Z") + 24 * day] = 30_000_000;
        }
        assertThat(name(judge(policy))).isEqualTo("IN_USE");
        read[truth.hour("2026-11-10T05:00:00Z")] = Double.NaN;
        assertThat(name(judge(policy))).isEqualTo("MISSING_DATA");
        read[truth.hour("2026-11-10T05:00:00Z")] = 0;
        assertThat(name(judge(policy))).isEqualTo("IDLE");
    }

    @Test
    void everyMetricButTheThreeOfEveryPolicyBelongsToOneSignal() {
        Set<Metric> rest = EnumSet.allOf(Metric.class);
        for (Signal signal : Signal.values()) {
            assertThat(rest).containsAll(signal.metrics());
            signal.metrics().forEach(rest::remove);
        }
        assertThat(rest)
                .containsExactly(Metric.CPU_UTILIZATION, Metric.NETWORK_IN, Metric.NETWORK_OUT);
    }
}
