package org.labjanitor.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.core.judge.RhythmPropertyTest.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.labjanitor.core.login.Login;
import org.labjanitor.core.login.LoginAnswer;
import org.labjanitor.core.login.LoginSource;
import org.labjanitor.core.metric.MetricAnswer;
import org.labjanitor.core.policy.IdleRule;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.verdict.Verdict;

/** What must hold whatever an instance did, and whatever is missing from what is known of it. */
final class SafetyPropertyTest {
    private static final int END = 6 * 288 + 10 * 12 + 5;

    @Property(tries = 300)
    void laterUseNeverMakesAKeptInstanceRemovable(@ForAll long seed) {
        RandomTruth random = new RandomTruth(seed);
        IdleRule.Rhythm rule = random.rhythm();
        Truth truth = random.life(-1);
        if (!(truth.judge(judge(rule)) instanceof Verdict.Keep)) {
            return;
        }
        int tail = Math.max(0, new NaiveRhythm(rule, truth).lastUse() + 1);
        for (int change = 0; change < 5 && tail < END; change++) {
            Truth used = truth.copy();
            useOnce(used, random.random().nextInt(tail, END), random.random());
            assertThat(used.judge(judge(rule))).isNotInstanceOf(Verdict.Removable.class);
        }
    }

    private static void useOnce(Truth truth, int slot, SplittableRandom random) {
        Instant at = truth.time(slot);
        switch (random.nextInt(4)) {
            case 0 -> truth.set(slot, 5 + random.nextInt(90));
            case 2 -> truth.networkIn[slot / 12] += random.nextInt(80_000_000);
            case 1 -> truth.sessions.add(login(at, at.plusSeconds(random.nextInt(90_000))));
            default -> truth.connects.add(login(at, at));
        }
    }

    private static Login login(Instant from, Instant to) {
        return new Login(LoginSource.SESSION_MANAGER, "bob", from, to);
    }

    @Property(tries = 300)
    void strongerUseNeverMakesAKeptInstanceRemovable(@ForAll long seed) {
        RandomTruth random = new RandomTruth(seed);
        IdleRule.Rhythm rule = random.rhythm();
        Truth truth = random.life(-1);
        if (!(truth.judge(judge(rule)) instanceof Verdict.Keep)) {
            return;
        }
        for (int slot = 0; slot < END; slot++) {
            if (truth.cpu[slot] >= rule.cpuPercent() && random.random().nextInt(4) == 0) {
                truth.set(slot, truth.cpu[slot] + 20);
            }
        }
        assertThat(truth.judge(judge(rule))).isNotInstanceOf(Verdict.Removable.class);
    }

    @Property(tries = 300)
    void withoutRhythmNoUseAtAllMakesAKeptInstanceRemovable(@ForAll long seed) {
        RandomTruth random = new RandomTruth(seed);
        InstancePolicy policy = random.policy();
        if (policy.idleRule() instanceof IdleRule.Rhythm) {
            return;
        }
        InstanceJudge judge = new InstanceJudge(policy, LabTags.standard());
        Truth truth = random.life(-1);
        if (!(truth.judge(judge) instanceof Verdict.Keep)) {
            return;
        }
        for (int change = 0; change < 5; change++) {
            int slot = random.slot();
            if (Double.isNaN(truth.cpu[slot])) {
                truth.networkIn[slot / 12] += random.random().nextInt(60_000_000);
            } else {
                truth.set(slot, truth.cpu[slot] + random.random().nextInt(60));
            }
        }
        assertThat(truth.judge(judge)).isNotInstanceOf(Verdict.Removable.class);
    }

    @Property(tries = 300)
    void aLostDataPointNeverMakesAnInstanceRemovable(@ForAll long seed) {
        RandomTruth random = new RandomTruth(seed);
        InstancePolicy policy = random.policy();
        InstanceJudge judge = new InstanceJudge(policy, LabTags.standard());
        Truth truth = random.life(random.random().nextInt(2) * 4 - 1);
        if (truth.judge(judge) instanceof Verdict.Removable) {
            return;
        }
        boolean wholeDays = policy.idleRule() instanceof IdleRule.LowDays;
        for (int change = 0; change < 5; change++) {
            Truth poorer = truth.copy();
            for (int lost = random.random().nextInt(4); lost >= 0; lost--) {
                lose(poorer, wholeDays, random);
            }
            assertThat(poorer.judge(judge)).isNotInstanceOf(Verdict.Removable.class);
        }
    }

    private static void lose(Truth truth, boolean wholeDays, RandomTruth random) {
        int due = truth.slot(truth.lastStart.plusSeconds(600)) + 1;
        int slot = random.slot();
        if (wholeDays) {
            loseDay(truth, slot / 288, due);
        } else if (slot >= due) {
            if (random.random().nextBoolean()) {
                truth.cpu[slot] = Double.NaN;
            } else {
                truth.networkOut[slot / 12] = Double.NaN;
            }
        }
    }

    private static void loseDay(Truth truth, int day, int due) {
        for (int slot = day * 288; slot < (day + 1) * 288 && day * 288 >= due; slot++) {
            truth.cpu[slot] = Double.NaN;
        }
    }

    @Property(tries = 300)
    void anUnavailableAnswerNeverEndsInRemoval(@ForAll long seed) {
        RandomTruth random = new RandomTruth(seed);
        InstanceJudge judge = new InstanceJudge(random.policy(), LabTags.standard());
        Truth truth = random.life(-1);
        int refused = random.random().nextInt(7);
        InstanceEvidence evidence = InstanceEvidence.none();
        int asked = 0;
        while (judge.judge(truth.instance(), evidence, Truth.NOW)
                instanceof Judgement.Asks(List<Question> questions)) {
            for (Question question : questions) {
                evidence =
                        asked == refused
                                ? refuse(question, evidence)
                                : truth.answer(question, evidence);
                asked++;
            }
        }
        if (asked > refused) {
            assertThat(judge.judge(truth.instance(), evidence, Truth.NOW))
                    .isInstanceOf(Judgement.Decided.class)
                    .extracting(decided -> ((Judgement.Decided) decided).verdict())
                    .isNotInstanceOf(Verdict.Removable.class);
        }
    }

    private static InstanceEvidence refuse(Question question, InstanceEvidence evidence) {
        return switch (question) {
            case Question.Series(var query) ->
                    evidence.with(new MetricAnswer.Unavailable(query, "Forbidden"));
            case Question.Logins(LoginSource source, Instant _) ->
                    evidence.with(new LoginAnswer.Unavailable(source, "AccessDenied"));
        };
    }

    @Property(tries = 300)
    void askingTheMachineOnlyEverSaves(@ForAll long seed) {
        RandomTruth random = new RandomTruth(seed);
        InstancePolicy policy = random.policy();
        Truth truth = random.life(-1);
        Verdict unasked =
                truth.judge(new InstanceJudge(policy.withAskMachines(false), LabTags.standard()));
        Verdict asked =
                truth.judge(new InstanceJudge(policy.withAskMachines(true), LabTags.standard()));
        if (!(unasked instanceof Verdict.Removable)) {
            assertThat(asked).isEqualTo(unasked);
        }
    }

    @Property(tries = 300)
    void everyLifeEndsInAVerdictUnderEveryPolicy(@ForAll long seed) {
        RandomTruth random = new RandomTruth(seed);
        InstanceJudge judge = new InstanceJudge(random.policy(), LabTags.standard());
        Verdict verdict = random.life(-1).judge(judge);
        assertThat(verdict.explanation().sentence()).endsWith(".");
    }

    @Property(tries = 300)
    void noEvidenceIsTooStrange(@ForAll long seed) {
        RandomTruth random = new RandomTruth(seed);
        InstanceJudge judge = new InstanceJudge(random.policy(), LabTags.standard());
        Truth truth = random.life(-1);
        Instant[] times = {
            Instant.MIN, Instant.EPOCH, Truth.NOW.minus(Duration.ofHours(2)), Truth.NOW
        };
        truth.lastStart = times[random.random().nextInt(times.length)];
        truth.firstLaunch = times[random.random().nextInt(times.length)];
        truth.sessions.add(login(Instant.MIN, Truth.NOW.minus(Duration.ofDays(2))));
        truth.connects.add(new Login(LoginSource.INSTANCE_CONNECT, "", Instant.MAX, null));
        assertThat(truth.judge(judge, strange(truth, random))).isNotNull();
    }

    /** Answers of another day, and values no CPU can have. */
    private static InstanceEvidence strange(Truth truth, RandomTruth random) {
        InstanceEvidence evidence = InstanceEvidence.none();
        List<Duration> offsets = new ArrayList<>(List.of(Duration.ofDays(400), Duration.ofDays(1)));
        offsets.add(Duration.ofMinutes(-90));
        double[] values = {Double.POSITIVE_INFINITY, -1, Double.NaN, 5};
        for (Duration offset : offsets) {
            Window window =
                    Window.endingBefore(
                            Truth.NOW.minus(offset), Duration.ofMinutes(15), Duration.ofDays(1));
            var query = window.means(0, window.hours());
            evidence = evidence.with(truth.answer(query));
        }
        for (int slot = 0; slot < 20; slot++) {
            truth.cpu[random.slot()] = values[random.random().nextInt(values.length)];
        }
        return evidence;
    }
}
