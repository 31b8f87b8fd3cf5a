package org.labjanitor.instances.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.core.hours.WorkingHours;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;

/**
 * Nothing goes without a notice that SNS accepted and a grace that passed since; only what a person
 * has named skips this.
 */
class NoticeBeforeRemovalTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aMachineGoesOnlyWhenItsOwnerWasWarnedAndHadTheWholeGrace() {
        try (Scene scene = new Scene()) {
            String idle = sceneWithOneIdle(scene);

            RunResult warned = scene.cleanWithGrace();

            ResultItem item = Scene.item(warned, idle);
            assertThat(item.action()).isEqualTo(Action.NONE);
            assertThat(item.outcome()).isNull();
            assertThat(deadline(item)).isEqualTo(Scene.NOW.plus(Scene.GRACE));
            assertThat(item.outcomeDetail()).contains("2026-11-21 10:00");
            assertThat(warned.status()).isEqualTo(RunStatus.COMPLETE);
            assertThat(scene.messages("warning"))
                    .singleElement()
                    .satisfies(message -> {
                        assertThat(message.text("owner")).isEqualTo("ada@example.org");
                        assertThat(message.body()).contains(idle, "2026-11-21 10:00");
                    });

            scene.turn(Scene.GRACE.minus(MINUTE));
            scene.cleanWithGrace();
            assertThat(scene.isGone(idle)).isFalse();

            scene.turn(MINUTE);
            RunResult removed = scene.cleanWithGrace();
            assertThat(scene.isGone(idle)).isTrue();
            assertThat(Scene.item(removed, idle).outcome()).isEqualTo(Outcome.REMOVED);
            assertThat(scene.messages("warning")).hasSize(1);
            assertThat(scene.messages("outcome")).hasSize(1);
        }
    }

    @Test
    void aRunThatOnlyWarnsRemovesNothingHoweverLongTheGraceIsOver() {
        try (Scene scene = new Scene()) {
            String idle = sceneWithOneIdle(scene);
            scene.warn();
            scene.turn(Scene.GRACE.plusHours(1));

            RunResult again = scene.warn();

            assertThat(scene.isGone(idle)).isFalse();
            assertThat(Scene.item(again, idle).action()).isEqualTo(Action.WOULD_TERMINATE);
            assertThat(scene.lab().calls().count("TerminateInstances")).isZero();
        }
    }

    static Stream<Named<Consumer<Scene>>> undelivered() {
        return Stream.of(
                Named.of(
                        "SNS is forbidden",
                        scene -> scene.lab().account(Scene.ACCOUNT).deny("sns:Publish")),
                Named.of("the topic is gone", NoticeBeforeRemovalTest::deleteTheTopic),
                Named.of("SNS throttles", scene -> fail(scene, FaultKind.THROTTLE, "Publish")),
                Named.of("SNS is down", scene -> fail(scene, FaultKind.ERROR, "Publish")),
                Named.of("SNS cannot be reached", scene -> fail(scene, FaultKind.RESET, "Publish")),
                Named.of(
                        "the ledger cannot be read",
                        scene -> scene.lab().account(Scene.ACCOUNT).deny("s3:GetObject")),
                Named.of(
                        "the ledger cannot be written",
                        scene -> scene.lab().account(Scene.ACCOUNT).deny("s3:PutObject")));
    }

    @ParameterizedTest
    @MethodSource("undelivered")
    void noGraceBeginsUnlessTheNoticeIsAcceptedAndWrittenDown(Consumer<Scene> trouble) {
        try (Scene scene = new Scene()) {
            String idle = sceneWithOneIdle(scene);
            trouble.accept(scene);

            RunResult first = scene.cleanWithGrace();
            scene.turn(Scene.GRACE.plusHours(1));
            scene.cleanWithGrace();

            assertThat(scene.isGone(idle)).isFalse();
            assertThat(Scene.item(first, idle).outcome()).isEqualTo(Outcome.NOT_REACHED);
            assertThat(Scene.item(first, idle).outcomeDetail()).isNotEmpty();
            assertThat(first.status()).isEqualTo(RunStatus.PARTIAL);
            assertThat(scene.janitorTag(idle)).isEmpty();

            heal(scene);
            Instant noticed = scene.lab().clock().now();
            RunResult warned = scene.cleanWithGrace();
            assertThat(scene.isGone(idle)).isFalse();
            assertThat(deadline(Scene.item(warned, idle))).isEqualTo(noticed.plus(Scene.GRACE));
            scene.turn(Scene.GRACE);
            scene.cleanWithGrace();
            assertThat(scene.isGone(idle)).isTrue();
        }
    }

    @Test
    void theDeadlineNeverMovesHoweverOftenARunComesByBeforeIt() {
        try (Scene scene = new Scene()) {
            String idle = sceneWithOneIdle(scene);
            scene.warn();

            for (int hours : new int[] {1, 5, 17}) {
                scene.turn(Duration.ofHours(hours));
                assertThat(deadline(Scene.item(scene.warn(), idle)))
                        .isEqualTo(Scene.NOW.plus(Scene.GRACE));
                assertThat(deadline(Scene.item(scene.cleanWithGrace(), idle)))
                        .isEqualTo(Scene.NOW.plus(Scene.GRACE));
            }

            assertThat(scene.messages("warning")).hasSize(1);
        }
    }

    @Test
    void anOldNoticeNeedsAFreshOneAndAFreshGrace() {
        try (Scene scene = new Scene()) {
            String idle = sceneWithOneIdle(scene);
            scene.warn();
            scene.turn(Scene.NOTICE_LIMIT.plus(MINUTE));

            RunResult late = scene.cleanWithGrace();

            assertThat(scene.isGone(idle)).isFalse();
            assertThat(scene.messages("warning")).hasSize(2);
            assertThat(deadline(Scene.item(late, idle)))
                    .isEqualTo(scene.lab().clock().now().plus(Scene.GRACE));
            scene.turn(Scene.GRACE);
            scene.cleanWithGrace();
            assertThat(scene.isGone(idle)).isTrue();
        }
    }

    @Test
    void removalsWaitForTheHoursInWhichTheyMayHappen() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            scene.busy("at-work");
            scene.giveGrace(WorkingHours.parse("Mon-Fri 08:00-18:00 UTC").orElseThrow());

            RunResult saturday = scene.cleanAfterGrace();

            assertThat(scene.isGone(idle)).isFalse();
            assertThat(Scene.item(saturday, idle).outcome()).isNull();
            assertThat(Scene.item(saturday, idle).outcomeDetail()).contains("2026-11-23 08:00");
            assertThat(saturday.settings())
                    .containsEntry("grace", "24 h")
                    .containsEntry("noticeLimit", "7 days")
                    .containsEntry("removalHours", "Mon,Tue,Wed,Thu,Fri 08:00-18:00 UTC");
            scene.turn(Duration.ofDays(2));
            scene.cleanWithGrace();
            assertThat(scene.isGone(idle)).isTrue();
        }
    }

    @Test
    void nobodyIsWarnedOfTheEndOfAMachineThatItsProtectionKeeps() {
        try (Scene scene = new Scene()) {
            String held = scene.add(scene.machine("held").terminationProtected(), Scene.QUIET);
            scene.busy("at-work");
            scene.giveGrace();

            scene.warn();

            assertThat(scene.messages("warning")).isEmpty();
            assertThat(scene.janitorTag(held)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"mode\": \"clean\"}", "{\"mode\": \"warn\"}"})
    void aSweepThatCannotWarnIsRefused(String request) {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            scene.busy("at-work");

            assertThatThrownBy(() -> scene.run(request))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("JANITOR_STATE_BUCKET")
                    .hasMessageContaining("JANITOR_TOPIC_ARN");

            assertThat(scene.isGone(idle)).isFalse();
        }
    }

    @Test
    void onlyWhatAPersonHasListedGoesWithoutANotice() {
        try (Scene scene = new Scene()) {
            String listed = sceneWithOneIdle(scene);
            String other = scene.idle("left-behind-too");

            assertThatThrownBy(() -> scene.run("{\"mode\": \"clean\", \"graceHours\": 0}"))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("a list in only");
            scene.run(
                    "{\"mode\": \"clean\", \"graceHours\": 0, \"only\": [\"%s\"]}"
                            .formatted(listed));

            assertThat(scene.isGone(listed)).isTrue();
            assertThat(scene.isGone(other)).isFalse();
            assertThat(scene.messages("warning")).isEmpty();
        }
    }

    @Test
    void aMachineThatAPersonNamesNeedsAReasonInsteadOfAGrace() {
        try (Scene scene = new Scene()) {
            String named = scene.busy("at-work");

            assertThatThrownBy(() ->
                            scene.run(
                                    "{\"mode\": \"clean\", \"terminate\": [\"%s\"]}"
                                            .formatted(named)))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("reason is missing");
            assertThat(scene.isGone(named)).isFalse();

            scene.terminate(named);
            assertThat(scene.isGone(named)).isTrue();
        }
    }

    private static String sceneWithOneIdle(Scene scene) {
        scene.busy("at-work");
        scene.giveGrace();
        return scene.idle("left-behind");
    }

    private static Instant deadline(ResultItem item) {
        return Objects.requireNonNull(item.warning(), "no notice stands").deadline();
    }

    private static void fail(Scene scene, FaultKind kind, String operation) {
        scene.lab().faults().add(Fault.everyCall(kind, operation));
    }

    private static void deleteTheTopic(Scene scene) {
        scene.lab().account(Scene.ACCOUNT).region(Scene.REGION).topics().delete(Scene.TOPIC);
    }

    private static void heal(Scene scene) {
        scene.lab().faults().clear();
        scene.lab().account(Scene.ACCOUNT).allow("sns:Publish");
        scene.lab().account(Scene.ACCOUNT).allow("s3:GetObject");
        scene.lab().account(Scene.ACCOUNT).allow("s3:PutObject");
        scene.lab().account(Scene.ACCOUNT).region(Scene.REGION).topics().create(Scene.TOPIC);
    }
}
