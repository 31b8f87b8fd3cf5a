package org.labjanitor.buckets.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.core.hours.WorkingHours;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.runtime.result.SentNotice;
import org.labjanitor.runtime.result.Warning;
import org.labjanitor.runtime.settings.GraceSettings;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;
import org.labjanitor.simulator.s3.bucket.Bucket;

/** Nothing goes without a notice that SNS accepted and a full grace since. */
class NoticeBeforeRemovalTest {
    @Test
    void aBucketGoesAfterAnAcceptedNoticeAndAFullGraceAndNotASecondEarlier() {
        try (Scene scene = Scene.withGrace()) {
            scene.expired("lab-over");
            scene.inUse("lab-at-work");

            RunResult warned = scene.warn();
            assertThat(Scene.item(warned, "lab-over").action()).isEqualTo(Action.WOULD_DELETE);
            assertThat(warning(warned))
                    .isEqualTo(new Warning(Scene.NOW, Scene.NOW.plus(Scene.GRACE)));
            assertThat(scene.notices())
                    .singleElement()
                    .satisfies(message -> assertThat(message.body()).contains("lab-over"));

            assertWaits(scene, scene.cleanDue());
            scene.lab().clock().advance(Scene.GRACE.minusSeconds(1));
            assertWaits(scene, scene.cleanDue());
            scene.lab().clock().advance(Duration.ofSeconds(1));
            RunResult clean = scene.cleanDue();

            assertThat(scene.isGone("lab-over")).isTrue();
            assertThat(scene.isGone("lab-at-work")).isFalse();
            assertThat(Scene.item(clean, "lab-over").outcome()).isEqualTo(Outcome.REMOVED);
            assertThat(warning(clean)).isEqualTo(warning(warned));
        }
    }

    @Test
    void aCleanThatMeetsABucketForTheFirstTimeWarnsAndRemovesNothing() {
        try (Scene scene = Scene.withGrace()) {
            scene.expired("lab-over");

            RunResult result = scene.cleanDue();

            assertWaits(scene, result);
            assertThat(result.correspondence().sent())
                    .filteredOn(sent -> sent.kind() != SentNotice.Kind.DIGEST)
                    .singleElement()
                    .satisfies(sent -> {
                        assertThat(sent.kind()).isEqualTo(SentNotice.Kind.WARNING);
                        assertThat(sent.recipient()).isEqualTo("ada@example.org");
                        assertThat(sent.accepted()).isTrue();
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNoticeThatSnsDoesNotAcceptStartsNoGrace(boolean topicIsGone) {
        try (Scene scene = Scene.withGrace()) {
            scene.expired("lab-over");
            String topic = scene.topic().name();
            if (topicIsGone) {
                scene.lab().account(Scene.ACCOUNT).region(Scene.REGION).topics().delete(topic);
            } else {
                scene.lab().faults().add(Fault.everyCall(FaultKind.ERROR, "Publish"));
            }

            RunResult refused = scene.warnWaitAndClean();

            assertThat(refused.status()).isEqualTo(RunStatus.PARTIAL);
            assertThat(Scene.item(refused, "lab-over").warning()).isNull();
            assertThat(Scene.item(refused, "lab-over").outcomeDetail()).isNotEmpty();
            Untouched.assertOnlyPaperwork(scene);

            scene.lab().faults().clear();
            scene.lab().account(Scene.ACCOUNT).region(Scene.REGION).topics().create(topic);
            assertWaits(scene, scene.cleanDue());
            scene.passGrace();
            scene.cleanDue();
            assertThat(scene.isGone("lab-over")).isTrue();
        }
    }

    @Test
    void aDeadlineNeverMovesByReRuns() {
        try (Scene scene = Scene.withGrace()) {
            scene.expired("lab-over");
            Warning first = warning(scene.warn());

            for (int run = 0; run < 4; run++) {
                scene.lab().clock().advance(Duration.ofHours(5));
                assertThat(warning(run % 2 == 0 ? scene.warn() : scene.cleanDue()))
                        .isEqualTo(first);
            }
            scene.lab().clock().advance(Duration.ofHours(4));
            scene.cleanDue();

            assertThat(scene.isGone("lab-over")).isTrue();
        }
    }

    @Test
    void anOldNoticeNeedsAFreshOneAndAnotherGrace() {
        try (Scene scene = Scene.withGrace()) {
            scene.expired("lab-over");
            scene.warn();
            scene.lab().clock().advance(Duration.ofDays(7).plusSeconds(1));
            Instant again = scene.lab().clock().instant();

            RunResult result = scene.cleanDue();

            assertWaits(scene, result);
            assertThat(warning(result)).isEqualTo(new Warning(again, again.plus(Scene.GRACE)));
            assertThat(scene.notices()).hasSize(2);
            scene.passGrace();
            scene.cleanDue();
            assertThat(scene.isGone("lab-over")).isTrue();
        }
    }

    @Test
    void outsideWorkingHoursABucketWaitsThoughItsGraceIsOver() {
        try (Scene scene = Scene.withGrace()) {
            GraceSettings grace = scene.settings().grace();
            scene.configure(
                    scene.settings()
                            .with(
                                    new GraceSettings(
                                            grace.stateBucket(),
                                            grace.topic(),
                                            grace.admin(),
                                            grace.grace(),
                                            grace.noticeLimit(),
                                            WorkingHours.parse("Mon-Fri 08:00-18:00 Europe/Berlin")
                                                    .orElseThrow())));
            scene.expired("lab-over");
            scene.warn();
            scene.passGrace();

            RunResult onSaturday = scene.cleanDue();
            assertWaits(scene, onSaturday);
            assertThat(Scene.item(onSaturday, "lab-over").outcomeDetail())
                    .contains("2026-11-23 08:00 Europe/Berlin");

            scene.lab().clock().advance(Duration.ofDays(2));
            scene.cleanDue();
            assertThat(scene.isGone("lab-over")).isTrue();
        }
    }

    @Test
    void nobodyIsWarnedOfABucketThatStaysAnyway() {
        try (Scene scene = Scene.withGrace()) {
            Bucket bucket = scene.expired("lab-over");
            bucket.policy(
                    "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:Delete*\", \"Resource\": \"arn:aws:s3:::lab-over/*\"}]}");

            Untouched.assertKept(scene.warn(), "lab-over", KeepReason.PROTECTED);

            assertThat(scene.notices()).isEmpty();
        }
    }

    @Test
    void aPictureThatCannotBeTrueWarnsNobody() {
        try (Scene scene = Scene.withGrace()) {
            scene.expired("lab-over");
            for (int i = 0; i < 3; i++) {
                scene.filled("lab-young-" + i, Map.of("lab:ttl", "1h"))
                        .createdAt(Scene.NOW.plusSeconds(7_200));
            }

            RunResult result = scene.warn();

            assertThat(result.status()).isEqualTo(RunStatus.FAILED);
            assertThat(scene.notices()).isEmpty();
            Untouched.assertNothingChanged(scene);
        }
    }

    @Test
    void aWarningIsTakenBackWhenItsOwnerKeepsTheBucket() {
        try (Scene scene = Scene.withGrace()) {
            Bucket bucket = scene.expired("lab-over");
            scene.warn();
            bucket.tags(Map.of("lab", "x", "lab:owner", "ada@example.org", "lab:keep", "true"));

            RunResult kept = scene.warn();
            assertThat(kept.correspondence().sent())
                    .extracting(SentNotice::kind)
                    .containsExactly(SentNotice.Kind.WITHDRAWAL);
            assertThat(Scene.item(kept, "lab-over").warning()).isNull();

            bucket.tags(Map.of("lab", "x", "lab:expires", "2026-11-10"));
            scene.passGrace();
            assertWaits(scene, scene.cleanDue());
        }
    }

    @Test
    void aWarningIsTakenBackWhenTheBucketLeavesTheLab() {
        try (Scene scene = Scene.withGrace()) {
            Bucket bucket = scene.expired("lab-over");
            scene.warn();
            bucket.tags(Map.of("lab:owner", "ada@example.org", "lab:expires", "2026-11-10"));

            RunResult result = scene.warn();

            Untouched.assertKept(result, "lab-over", KeepReason.NOT_LAB);
            assertThat(result.correspondence().sent())
                    .extracting(SentNotice::kind)
                    .containsExactly(SentNotice.Kind.WITHDRAWAL);
        }
    }

    @Test
    void theLedgerNeverHearsOfBucketsThatAreNotTheLabs() {
        try (Scene scene = Scene.withGrace()) {
            scene.untagged(Scene.REGION, "lab-of-somebody", Map.of());
            scene.inUse("lab-at-work");

            scene.warn();

            assertThat(scene.ledger()).contains("lab-at-work").doesNotContain("lab-of-somebody");
        }
    }

    @Test
    void aBucketThatWasProtectedAfterItsNoticeStaysAndItsNoticeIsTakenBack() {
        try (Scene scene = Scene.withGrace()) {
            Bucket bucket = scene.expired("lab-over");
            scene.warn();
            bucket.policy(
                    "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:Delete*\", \"Resource\": \"arn:aws:s3:::lab-over/*\"}]}");
            scene.passGrace();

            RunResult result = scene.cleanDue();

            Untouched.assertKept(result, "lab-over", KeepReason.PROTECTED);
            Untouched.assertOnlyPaperwork(scene);
            assertThat(Scene.item(result, "lab-over").warning()).isNull();
            assertThat(result.correspondence().sent())
                    .extracting(SentNotice::kind)
                    .containsExactly(SentNotice.Kind.WITHDRAWAL);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3:GetObject", "s3:PutObject"})
    void withoutAUsableLedgerNothingGoesAndTheRunSaysWhy(String denied) {
        try (Scene scene = Scene.withGrace()) {
            scene.expired("lab-over");
            scene.warn();
            scene.passGrace();
            scene.lab().calls().clear();
            scene.lab().account(Scene.ACCOUNT).deny(denied);

            RunResult result = scene.cleanDue();

            assertThat(scene.isGone("lab-over")).isFalse();
            Untouched.assertOnlyPaperwork(scene);
            assertThat(result.status()).isEqualTo(RunStatus.PARTIAL);
            assertThat(result.notExamined())
                    .anySatisfy(gap -> assertThat(gap.why()).contains(denied));
            assertThat(Scene.item(result, "lab-over").outcome()).isEqualTo(Outcome.NOT_REACHED);
            assertThat(Scene.item(result, "lab-over").outcomeDetail()).isNotEmpty();
        }
    }

    @Test
    void aBucketThatAnotherRunMayBeRemovingIsLeftToIt() {
        try (Scene scene = Scene.withGrace()) {
            scene.expired("lab-over");
            scene.warn();
            scene.passGrace();
            List<RunResult> meanwhile = new ArrayList<>();
            scene.listen(
                    new Meanwhile(() -> {
                        scene.listen(new Meanwhile(() -> {}));
                        meanwhile.add(scene.cleanDue());
                    }));

            RunResult first = scene.cleanDue();

            assertThat(Scene.item(first, "lab-over").outcome()).isEqualTo(Outcome.REMOVED);
            assertThat(Scene.item(meanwhile.getFirst(), "lab-over").outcomeDetail())
                    .contains("has been removing it");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"mode\": \"clean\"}                     | owners cannot be warned",
                "{\"mode\": \"warn\"}                      | owners cannot be warned",
                "{\"mode\": \"clean\", \"only\": [\"lab-over\"]} | owners cannot be warned",
                "{\"mode\": \"clean\", \"graceHours\": 24, \"only\": [\"lab-over\"]} | graceHours is 24",
                "{\"mode\": \"clean\", \"graceHours\": 0}  | nothing is removed without a notice but what a person has named",
                "{\"mode\": \"warn\", \"graceHours\": 0, \"only\": [\"lab-over\"]} | graceHours is 0",
            })
    void aSweepThatCannotWarnRemovesNothingButWhatAPersonLists(String request, String fault) {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");

            assertThatThrownBy(() -> scene.run(request))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining(fault);

            Untouched.assertNothingChanged(scene);
        }
    }

    @Test
    void whatAPersonListsGoesAtOnceAndNothingElseDoes() {
        try (Scene scene = Scene.withGrace()) {
            scene.expired("lab-over");
            scene.expired("lab-over-too");

            scene.run("{\"mode\": \"clean\", \"graceHours\": 0, \"only\": [\"lab-over\"]}");

            assertThat(scene.isGone("lab-over")).isTrue();
            assertThat(scene.isGone("lab-over-too")).isFalse();
        }
    }

    @Test
    void aBucketThatAPersonNamesNeedsAReasonInsteadOfAGrace() {
        try (Scene scene = new Scene()) {
            scene.inUse("lab-named");

            assertThatThrownBy(
                            () -> scene.run("{\"mode\": \"clean\", \"delete\": [\"lab-named\"]}"))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("reason is missing");
            assertThat(scene.isGone("lab-named")).isFalse();

            scene.delete("lab-named");
            assertThat(scene.isGone("lab-named")).isTrue();
        }
    }

    private static @Nullable Warning warning(RunResult result) {
        return Scene.item(result, "lab-over").warning();
    }

    private static void assertWaits(Scene scene, RunResult result) {
        ResultItem item = Scene.item(result, "lab-over");
        assertThat(scene.isGone("lab-over")).isFalse();
        assertThat(item.warning()).isNotNull();
        assertThat(item.action()).isEqualTo(Action.NONE);
        assertThat(item.outcome()).isNull();
        assertThat(item.outcomeDetail()).isNotEmpty();
        Untouched.assertOnlyPaperwork(scene);
    }
}
