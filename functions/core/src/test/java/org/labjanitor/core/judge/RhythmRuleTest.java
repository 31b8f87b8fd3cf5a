package org.labjanitor.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.core.judge.RhythmPropertyTest.name;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.labjanitor.core.login.Login;
import org.labjanitor.core.login.LoginAnswer;
import org.labjanitor.core.login.LoginSource;
import org.labjanitor.core.metric.Metric;
import org.labjanitor.core.metric.MetricAnswer;
import org.labjanitor.core.metric.MetricQuery;
import org.labjanitor.core.metric.Statistic;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.Verdict;

final class RhythmRuleTest {
    private static final InstanceJudge JUDGE =
            new InstanceJudge(InstancePolicy.lab(), LabTags.standard());

    private final Truth truth = new Truth(16);

    @Test
    void quietForTwiceItsLongestPauseIsIdle() {
        truth.cpu("2026-11-21T18:00:00Z", 40);
        truth.cpu("2026-11-22T05:05:00Z", 40);
        Verdict verdict = truth.judge(JUDGE);
        assertThat(name(verdict)).isEqualTo("IDLE");
        assertThat(verdict.explanation().sentence())
                .isEqualTo(
                        "Quiet for at least 52 h 25 min, and its longest pause in 14 days was at"
                                + " most 11 h 50 min; twice that is 23 h 40 min.");
    }

    @Test
    void quietNoLongerThanItsRhythmExplainsIsKept() {
        truth.cpu("2026-11-22T05:00:00Z", "2026-11-22T06:00:00Z", 40);
        truth.cpu("2026-11-23T03:00:00Z", "2026-11-23T04:00:00Z", 40);
        Verdict verdict = truth.judge(JUDGE);
        assertThat(name(verdict)).isEqualTo("RHYTHM");
        assertThat(verdict.explanation().sentence())
                .contains("but it has paused for 21 h before: twice that is 42 h.");
    }

    @Test
    void exactlyTwiceItsLongestPauseIsIdleAndOneSlotLessIsNot() {
        truth.cpu("2026-11-22T10:20:00Z", 40);
        Truth longer = truth.copy();
        truth.cpu("2026-11-21T10:15:00Z", 40);
        longer.cpu("2026-11-21T10:10:00Z", 40);
        assertThat(name(truth.judge(JUDGE))).isEqualTo("IDLE");
        assertThat(name(longer.judge(JUDGE))).isEqualTo("RHYTHM");
    }

    @Test
    void exactlyADayOfQuietIsIdleAndOneSlotLessIsNot() {
        truth.cpu("2026-11-23T10:20:00Z", 40);
        assertThat(name(truth.judge(JUDGE))).isEqualTo("IDLE");
        truth.cpu("2026-11-23T10:25:00Z", 40);
        assertThat(name(truth.judge(JUDGE))).isEqualTo("IN_USE");
    }

    @Test
    void oneFiveMinuteUseInTheLastDayKeepsItAndIsNamed() {
        truth.cpu("2026-11-24T09:35:00Z", 37);
        Verdict verdict = truth.judge(JUDGE);
        assertThat(name(verdict)).isEqualTo("IN_USE");
        assertThat(verdict.explanation().sentence())
                .isEqualTo("In use: CPU 37 % at 2026-11-24 09:35 UTC.");
        assertThat(verdict.explanation().facts().getFirst().source())
                .isEqualTo("CloudWatch CPUUtilization");
    }

    @Test
    void aBusyHourIsSeenInTheHourlyMeanAlone() {
        truth.cpu("2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z", 80);
        assertThat(truth.judge(JUDGE).explanation().sentence())
                .isEqualTo(
                        "In use: CPU 80 % on average in the hour that began at 2026-11-24 08:00"
                                + " UTC.");
        assertThat(truth.rounds).isEqualTo(1);
        assertThat(truth.questions).isEqualTo(1);
    }

    @Test
    void aPeakWithinAQuietMeanIsNoUse() {
        truth.peak[truth.slot("2026-11-24T09:35:00Z")] = 90;
        assertThat(name(truth.judge(JUDGE))).isEqualTo("IDLE");
    }

    @Test
    void anIdleOneCostsNoFiveMinuteData() {
        assertThat(name(truth.judge(JUDGE))).isEqualTo("IDLE");
        assertThat(truth.questions).isEqualTo(5);
        assertThat(truth.points).isEqualTo(25 + 4 * 337);
        assertThat(truth.rounds).isEqualTo(4);
    }

    @Test
    void allInstancesAreAskedTheSameFirstQuestion() {
        Judgement old = JUDGE.judge(truth.instance(), InstanceEvidence.none(), Truth.NOW);
        truth.startedAt("2026-11-20T09:17:11Z");
        assertThat(JUDGE.judge(truth.instance(), InstanceEvidence.none(), Truth.NOW))
                .isEqualTo(old);
    }

    @Test
    void aHoleInTheLastDayMayBeAUse() {
        truth.cpu("2026-11-24T03:00:00Z", Double.NaN);
        Verdict verdict = truth.judge(JUDGE);
        assertThat(name(verdict)).isEqualTo("MISSING_DATA");
        assertThat(verdict.explanation().sentence()).contains("1 CPU data points are missing");
    }

    @Test
    void aHoleThatCannotTipTheVerdictDoesNot() {
        truth.cpu("2026-11-20T03:00:00Z", 50);
        truth.cpu("2026-11-20T09:00:00Z", Double.NaN);
        truth.cpu("2026-11-20T15:00:00Z", 50);
        assertThat(name(truth.judge(JUDGE))).isEqualTo("IDLE");
    }

    @Test
    void tooFewDataPointsAreNoEvidence() {
        truth.cpu("2026-11-12T00:00:00Z", "2026-11-14T00:00:00Z", Double.NaN);
        Verdict verdict = truth.judge(JUDGE);
        assertThat(name(verdict)).isEqualTo("MISSING_DATA");
        assertThat(verdict.explanation().sentence()).contains("only 85 %", "90 % are needed");
    }

    @Test
    void tooFewDataPointsDoNotHideAUse() {
        truth.cpu("2026-11-12T00:00:00Z", "2026-11-14T00:00:00Z", Double.NaN);
        truth.cpu("2026-11-24T09:35:00Z", 37);
        assertThat(name(truth.judge(JUDGE))).isEqualTo("IN_USE");
    }

    @Test
    void offTimeInsideAPauseCounts() {
        truth.startedAt("2026-11-22T09:00:00Z");
        truth.cpu("2026-11-19T09:00:00Z", 60);
        assertThat(name(truth.judge(JUDGE))).isEqualTo("RHYTHM");
    }

    @Test
    void offTimeBeforeTheFirstUseDoesNotCount() {
        truth.startedAt("2026-11-22T09:00:00Z");
        assertThat(name(truth.judge(JUDGE))).isEqualTo("IDLE");
    }

    @Test
    void justStartedAndQuietIsToldPlainly() {
        truth.startedAt("2026-11-23T10:40:00Z");
        assertThat(truth.judge(JUDGE).explanation().sentence())
                .isEqualTo("Quiet only since it was started at 2026-11-23 10:40 UTC.");
    }

    @Test
    void aDayOverTheNetworkLimitIsAUse() {
        truth.networkOut[truth.slot("2026-11-24T02:00:00Z") / 12] = 50_000_000;
        Verdict verdict = truth.judge(JUDGE);
        assertThat(name(verdict)).isEqualTo("IN_USE");
        assertThat(verdict.explanation().sentence())
                .isEqualTo(
                        "In use: 50 MB over the network in the hour that began at 2026-11-24 02:00"
                                + " UTC.");
    }

    @Test
    void aDailyUpdateOfAFewMegabytesIsNoUse() {
        truth.networkIn[truth.slot("2026-11-24T02:00:00Z") / 12] = 49_999_999;
        assertThat(name(truth.judge(JUDGE))).isEqualTo("IDLE");
    }

    @Test
    void anHourWithoutNetworkDataMayBeAUse() {
        truth.networkIn[truth.slot("2026-11-24T02:00:00Z") / 12] = Double.NaN;
        Verdict verdict = truth.judge(JUDGE);
        assertThat(name(verdict)).isEqualTo("MISSING_DATA");
        assertThat(verdict.explanation().sentence()).contains("network data are missing");
    }

    @Test
    void anOpenSessionIsAUseHoweverOld() {
        truth.sessions.add(Truth.login("2026-11-20T10:00:00Z", null));
        Verdict verdict = truth.judge(JUDGE);
        assertThat(name(verdict)).isEqualTo("IN_USE");
        assertThat(verdict.explanation().sentence())
                .isEqualTo("In use: login of alice, still open, at 2026-11-20 10:00 UTC.");
    }

    @Test
    void instanceConnectIsAskedLastAndOnlyForIdleOnes() {
        truth.connects.add(
                new Login(
                        LoginSource.INSTANCE_CONNECT,
                        "bob",
                        Truth.NOW.minus(Duration.ofHours(3)),
                        Truth.NOW.minus(Duration.ofHours(3))));
        Verdict verdict = truth.judge(JUDGE);
        assertThat(name(verdict)).isEqualTo("IN_USE");
        assertThat(verdict.explanation().sentence()).contains("bob");
        assertThat(truth.rounds).isEqualTo(4);
    }

    @Test
    void aKeyForTheSerialConsoleIsALogin() {
        Instant at = Truth.NOW.minus(Duration.ofHours(3));
        truth.consoles.add(new Login(LoginSource.SERIAL_CONSOLE, "bob", at, at));
        Verdict verdict = truth.judge(JUDGE);
        assertThat(name(verdict)).isEqualTo("IN_USE");
        assertThat(verdict.explanation().facts())
                .extracting(Fact::source)
                .startsWith("EC2 serial console");
    }

    @Test
    void whatNoLoginSourceSawIsSaidWithWhatItCannotSee() {
        Instant old = Instant.parse("2026-11-12T10:00:00Z");
        truth.consoles.add(new Login(LoginSource.SERIAL_CONSOLE, "bob", old, old));
        Verdict verdict = truth.judge(JUDGE);
        assertThat(name(verdict)).isEqualTo("IDLE");
        assertThat(verdict.explanation().facts())
                .filteredOn(fact -> fact.name().startsWith("logins by"))
                .extracting(fact -> fact.name() + ": " + fact.value())
                .containsExactly(
                        "logins by Session Manager: none since 2026-11-10 10:00 UTC",
                        "logins by EC2 Instance Connect: none since 2026-11-10 10:00 UTC",
                        "logins by EC2 serial console: last of bob");
        assertThat(verdict.explanation().facts())
                .extracting(Fact::source)
                .anyMatch(source -> source.contains("blind to SSH and RDP"))
                .anyMatch(source -> source.contains("5 to 15 min late"));
    }

    @ParameterizedTest
    @EnumSource(value = LoginSource.class, mode = EnumSource.Mode.EXCLUDE, names = "RUN_COMMAND")
    void aLoginSourceThatCouldNotBeReadLeavesItUnknown(LoginSource source) {
        InstanceEvidence evidence =
                InstanceEvidence.none().with(new LoginAnswer.Unavailable(source, "AccessDenied."));
        Verdict verdict = truth.judge(JUDGE, evidence);
        assertThat(name(verdict)).isEqualTo("LOGINS_UNAVAILABLE");
        assertThat(verdict.explanation().sentence())
                .isEqualTo(
                        "The logins of "
                                + source.displayName()
                                + " could not be read: AccessDenied.");
        InstanceJudge blind =
                new InstanceJudge(InstancePolicy.lab().withLogins(false), LabTags.standard());
        assertThat(name(truth.judge(blind, evidence))).isEqualTo("IDLE");
    }

    @Test
    void withoutLoginsNobodyIsAskedForThem() {
        truth.sessions.add(Truth.login("2026-11-20T10:00:00Z", null));
        InstanceJudge blind =
                new InstanceJudge(InstancePolicy.lab().withLogins(false), LabTags.standard());
        assertThat(name(truth.judge(blind))).isEqualTo("IDLE");
    }

    @Test
    void aLongLookbackAsksSessionManagerForNoMoreThanItHas() {
        InstanceJudge patient =
                new InstanceJudge(InstancePolicy.lab().withLookbackDays(63), LabTags.standard());
        InstanceEvidence evidence = InstanceEvidence.none();
        List<Question> questions = List.of();
        while (questions.stream().noneMatch(Question.Logins.class::isInstance)) {
            questions = asks(patient.judge(truth.instance(), evidence, Truth.NOW));
            for (Question question : questions) {
                evidence = truth.answer(question, evidence);
            }
        }
        assertThat(questions)
                .contains(
                        new Question.Logins(
                                LoginSource.SESSION_MANAGER,
                                Instant.parse("2026-10-25T10:25:00Z")));
    }

    @Test
    void aSeriesThatCouldNotBeHadLeavesItUnknownAndSaysWhy() {
        Question.Series first =
                (Question.Series)
                        asks(JUDGE.judge(truth.instance(), InstanceEvidence.none(), Truth.NOW))
                                .getFirst();
        assertThat(first.query().statistic()).isEqualTo(Statistic.AVERAGE);
        Verdict verdict =
                truth.judge(
                        JUDGE,
                        InstanceEvidence.none()
                                .with(new MetricAnswer.Unavailable(first.query(), "Forbidden.")));
        assertThat(name(verdict)).isEqualTo("METRICS_UNAVAILABLE");
        assertThat(verdict.explanation().sentence()).contains("CPUUtilization", "Forbidden.");
    }

    @Test
    void aMissingSeriesDoesNotHideARecentUse() {
        truth.cpu("2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z", 80);
        MetricQuery lost =
                new MetricQuery(
                        Metric.NETWORK_IN,
                        Statistic.SUM,
                        Duration.ofHours(1),
                        truth.time(0),
                        truth.time(12));
        InstanceEvidence evidence = InstanceEvidence.none();
        for (Question question : asks(JUDGE.judge(truth.instance(), evidence, Truth.NOW))) {
            evidence = truth.answer(question, evidence);
        }
        evidence = evidence.with(new MetricAnswer.Unavailable(lost, "InternalError."));
        assertThat(name(truth.judge(JUDGE, evidence))).isEqualTo("IN_USE");
    }

    private static List<Question> asks(Judgement judgement) {
        assertThat(judgement).isInstanceOf(Judgement.Asks.class);
        return ((Judgement.Asks) judgement).questions();
    }
}
