package org.labjanitor.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.labjanitor.core.login.Login;
import org.labjanitor.core.login.LoginAnswer;
import org.labjanitor.core.login.LoginSource;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;

/** The machine's own word, asked for last where the policy says so. */
class AskedMachineTest {
    private final Truth truth = new Truth(16);

    static Stream<InstancePolicy> policies() {
        return InstancePolicy.presets().stream()
                .map(InstancePolicy::preset)
                .flatMap(policy -> Stream.of(policy.withLogins(true), policy.withLogins(false)))
                .map(policy -> policy.withAskMachines(true));
    }

    private static InstanceJudge judge(InstancePolicy policy) {
        return new InstanceJudge(policy, LabTags.standard());
    }

    private static Login login(LoginSource source, Duration ago) {
        return new Login(source, "ada", Truth.NOW.minus(ago), Truth.NOW.minus(ago));
    }

    /** Every source asked, in the order of asking. */
    private List<LoginSource> asked(InstancePolicy policy) {
        List<LoginSource> asked = new ArrayList<>();
        InstanceEvidence evidence = InstanceEvidence.none();
        while (judge(policy).judge(truth.instance(), evidence, Truth.NOW)
                instanceof Judgement.Asks(List<Question> questions)) {
            for (Question question : questions) {
                if (question instanceof Question.Logins(LoginSource source, Instant _)) {
                    asked.add(source);
                }
                evidence = truth.answer(question, evidence);
            }
        }
        return asked;
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aLoginOnTheMachineKeepsItUnderEveryPreset(InstancePolicy policy) {
        assertThat(truth.judge(judge(policy)).reason()).isEqualTo(RemovableReason.IDLE);
        for (int day = 1; day < 14; day++) {
            truth.onMachine.add(login(LoginSource.RUN_COMMAND, Duration.ofDays(day)));
        }
        truth.onMachine.add(
                new Login(
                        LoginSource.RUN_COMMAND,
                        "bob",
                        Truth.NOW.minus(Duration.ofDays(13)),
                        null));

        Verdict verdict = truth.judge(judge(policy));

        assertThat(verdict.reason()).isEqualTo(KeepReason.IN_USE);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aMachineThatCouldNotBeAskedStays(InstancePolicy policy) {
        InstanceEvidence evidence =
                InstanceEvidence.none()
                        .with(
                                new LoginAnswer.Unavailable(
                                        LoginSource.RUN_COMMAND, "no SSM agent reports there"));

        Verdict verdict = truth.judge(judge(policy), evidence);

        assertThat(verdict.reason()).isEqualTo(UnknownReason.LOGINS_UNAVAILABLE);
        assertThat(verdict.explanation().sentence())
                .isEqualTo(
                        "The logins of Run Command could not be read: no SSM agent reports there");
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aMachineThatWasLeftAloneIsJudgedWithoutItAndSaysSo(InstancePolicy policy) {
        InstanceEvidence evidence =
                InstanceEvidence.none()
                        .with(
                                new LoginAnswer.NotAsked(
                                        LoginSource.RUN_COMMAND, "not asked in mode report"));

        Verdict verdict = truth.judge(judge(policy), evidence);

        assertThat(verdict.reason()).isEqualTo(RemovableReason.IDLE);
        assertThat(verdict.explanation().facts())
                .filteredOn(fact -> fact.name().equals("logins by Run Command"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.value()).isEqualTo("not asked in mode report"));
    }

    @Test
    void theMachineIsAskedAfterEverybodyElse() {
        assertThat(asked(InstancePolicy.lab().withAskMachines(true)))
                .containsExactly(
                        LoginSource.SESSION_MANAGER,
                        LoginSource.INSTANCE_CONNECT,
                        LoginSource.SERIAL_CONSOLE,
                        LoginSource.RUN_COMMAND);
        assertThat(asked(InstancePolicy.computeOptimizer().withAskMachines(true)))
                .containsExactly(LoginSource.RUN_COMMAND);
        assertThat(asked(InstancePolicy.lab())).doesNotContain(LoginSource.RUN_COMMAND);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aMachineThatAnythingElseKeepsIsLeftAlone(InstancePolicy policy) {
        for (int day = 0; day < 14; day++) {
            truth.connects.add(
                    login(LoginSource.INSTANCE_CONNECT, Duration.ofDays(day).plusHours(1)));
        }
        truth.cpu("2026-11-10T00:00:00Z", "2026-11-24T12:00:00Z", 60);

        assertThat(asked(policy)).doesNotContain(LoginSource.RUN_COMMAND);
        assertThat(asked(policy.withCpuPercent(99)).contains(LoginSource.RUN_COMMAND))
                .isEqualTo(!policy.loginsRequired());
    }
}
