package org.labjanitor.buckets.emptying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.labjanitor.runtime.result.Deletions;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;
import org.labjanitor.simulator.s3.object.ObjectSpace;

class BucketEmptierTest {
    private static final long SIZE = ObjectSpace.SEEDED_SIZE;

    private static String key(long number) {
        return "data/%06d".formatted(number);
    }

    @Test
    void aBucketIsEmptiedAndCountedExactly() {
        try (Emptied scene = Emptied.plain()) {
            scene.objects().seed(7_321, BucketEmptierTest::key);

            EmptyingResult result = scene.empty();

            assertThat(result.end()).isEqualTo(EmptyingEnd.EMPTY);
            assertThat(result.deletions()).isEqualTo(new Deletions(7_321, 0, 0, 7_321 * SIZE));
            assertThat(result.refusals()).isEmpty();
            assertThat(scene.objects().isEmpty()).isTrue();
        }
    }

    @Test
    void versionsAndMarkersGoToo() {
        try (Emptied scene = Emptied.versioned()) {
            scene.objects().seedVersions(1_500, BucketEmptierTest::key, 3, true);

            EmptyingResult result = scene.empty();

            assertThat(result.end()).isEqualTo(EmptyingEnd.EMPTY);
            assertThat(result.deletions()).isEqualTo(new Deletions(4_500, 1_500, 0, 4_500 * SIZE));
            assertThat(scene.objects().isEmpty()).isTrue();
        }
    }

    @Test
    void moreVersionsOfOneKeyThanAPageHoldsGo() {
        try (Emptied scene = Emptied.versioned()) {
            scene.objects().seedVersions(2, BucketEmptierTest::key, 2_345, false);

            EmptyingResult result = scene.empty();

            assertThat(result.end()).isEqualTo(EmptyingEnd.EMPTY);
            assertThat(result.deletions().versions()).isEqualTo(4_690);
        }
    }

    @Test
    void oddKeysAndOpenUploadsGo() {
        try (Emptied scene = Emptied.plain()) {
            List<String> keys = OddKeys.of(1_000);
            keys.forEach(key -> scene.objects().put(key, 1, "STANDARD", ObjectSpace.SEEDED));
            keys.subList(0, 3).forEach(scene.objects()::openUpload);

            EmptyingResult result = scene.empty();

            assertThat(result.end()).as("%s", result).isEqualTo(EmptyingEnd.EMPTY);
            assertThat(result.deletions()).isEqualTo(new Deletions(1_000, 0, 3, 1_000));
            assertThat(scene.objects().isEmpty()).isTrue();
            assertThat(scene.objects().uploads()).isZero();
        }
    }

    @Test
    void oddKeysWithVersionsAndMarkersGo() {
        try (Emptied scene = Emptied.versioned()) {
            for (String key : OddKeys.of(1_000)) {
                scene.objects().putVersion(key, 1, ObjectSpace.SEEDED);
                scene.objects().deleteMarker(key);
            }

            EmptyingResult result = scene.empty();

            assertThat(result.end()).as("%s", result).isEqualTo(EmptyingEnd.EMPTY);
            assertThat(result.deletions()).isEqualTo(new Deletions(1_000, 1_000, 0, 1_000));
            assertThat(scene.objects().isEmpty()).isTrue();
        }
    }

    @Test
    void versioningThatCameMeanwhileIsFound() {
        try (Emptied scene = Emptied.versioned()) {
            scene.objects().seedVersions(50, BucketEmptierTest::key, 2, true);

            EmptyingResult result = scene.empty(Emptied.NAME, false);

            assertThat(result.end()).isEqualTo(EmptyingEnd.EMPTY);
            assertThat(result.deletions().markers()).isEqualTo(50);
            assertThat(scene.objects().isEmpty()).isTrue();
        }
    }

    @Test
    void keysThatFailForAWhileAreTriedAgain() {
        try (Emptied scene = Emptied.plain()) {
            scene.objects().seed(3_000, BucketEmptierTest::key);
            scene.objects().trouble().failKeys(0.05, 3, 7);

            EmptyingResult result = scene.empty();

            assertThat(result.end()).isEqualTo(EmptyingEnd.EMPTY);
            assertThat(result.deletions().versions()).isEqualTo(3_000);
            assertThat(result.keysInVain()).isBetween(300L, 600L);
            assertThat(scene.objects().isEmpty()).isTrue();
        }
    }

    @Test
    void keysThatAlwaysFailAreNamedAndTheOthersGo() {
        try (Emptied scene = Emptied.plain()) {
            scene.objects().seed(3_000, BucketEmptierTest::key);
            scene.objects().trouble().failKeys(0.05, Integer.MAX_VALUE, 7);

            EmptyingResult result = scene.empty();

            assertThat(result.end()).isEqualTo(EmptyingEnd.NO_PROGRESS);
            assertThat(result.deletions().versions()).isEqualTo(3_000 - scene.objects().count());
            assertThat(result.refusals())
                    .singleElement()
                    .satisfies(refusal -> {
                        assertThat(refusal.code()).isEqualTo("InternalError");
                        assertThat(refusal.keys()).isEqualTo(scene.objects().count());
                        assertThat(refusal.samples()).hasSizeBetween(1, 5);
                    });
        }
    }

    @Test
    void aSuccessThatHoldsAnErrorIsNone() {
        try (Emptied scene = Emptied.plain()) {
            scene.objects().seed(3_000, BucketEmptierTest::key);
            scene.objects().trouble().failDeleteCall(2);

            EmptyingResult result = scene.empty();

            assertThat(result.end()).isEqualTo(EmptyingEnd.EMPTY);
            assertThat(result.deletions().versions()).isEqualTo(3_000);
            assertThat(result.keysInVain()).isPositive();
        }
    }

    @Test
    void lostConnectionsAndServersInTroubleAreOutlived() {
        try (Emptied scene = Emptied.versioned()) {
            scene.objects().seedVersions(3_000, BucketEmptierTest::key, 1, true);
            scene.lab.faults().add(Fault.onCall(2, FaultKind.RESET, "DeleteObjects"));
            scene.lab.faults().add(Fault.onCall(4, FaultKind.LOST, "DeleteObjects"));
            scene.lab.faults().add(Fault.onCall(6, FaultKind.ERROR, "DeleteObjects"));
            scene.lab.faults().add(Fault.onCall(1, FaultKind.RESET, "ListObjectVersions"));
            scene.lab.faults().add(Fault.onCall(3, FaultKind.ERROR, "ListObjectVersions"));
            scene.lab.faults().add(Fault.onCall(1, FaultKind.ERROR, "ListMultipartUploads"));

            EmptyingResult result = scene.empty();

            assertThat(result.end()).as("%s", result).isEqualTo(EmptyingEnd.EMPTY);
            assertThat(scene.objects().isEmpty()).isTrue();
            assertThat(result.deletions().versions()).isEqualTo(3_000);
            assertThat(result.deletions().markers()).isEqualTo(3_000);
        }
    }

    @Test
    void aClockThatIsWrongIsSetByTheServers() {
        try (Emptied scene = Emptied.versioned()) {
            scene.objects().seedVersions(10, BucketEmptierTest::key, 1, false);
            scene.lab
                    .faults()
                    .add(
                            Fault.onCall(1, FaultKind.ERROR, "ListObjectVersions")
                                    .withCode("RequestTimeTooSkewed", 403));

            assertThat(scene.empty().end()).isEqualTo(EmptyingEnd.EMPTY);
        }
    }

    @Test
    void expiredCredentialsEndItAndSayWhatHelps() {
        try (Emptied scene = Emptied.versioned()) {
            scene.objects().seedVersions(2_000, BucketEmptierTest::key, 1, false);
            scene.lab
                    .faults()
                    .add(
                            Fault.everyCall(FaultKind.ERROR, "DeleteObjects")
                                    .withCode("ExpiredToken", 400));

            EmptyingResult result = scene.empty();

            assertThat(result.end()).isEqualTo(EmptyingEnd.FAILED);
            assertThat(result.detail()).contains("ExpiredToken", "Renew the credentials");
        }
    }

    @Test
    void aServerThatNeverAnswersEndsIt() {
        try (Emptied scene = Emptied.plain()) {
            scene.objects().seed(3_000, BucketEmptierTest::key);
            scene.lab.faults().add(Fault.everyCall(FaultKind.RESET, "DeleteObjects"));

            EmptyingResult result = scene.empty();

            assertThat(result.end()).isEqualTo(EmptyingEnd.FAILED);
            assertThat(result.detail())
                    .contains("s3:DeleteObjectVersion on lab-bucket", "no answer");
            assertThat(result.deletions()).isEqualTo(new Deletions(0, 0, 0, 0));
        }
    }

    @Test
    void aLockedVersionStaysAndIsNamed() {
        try (Emptied scene = Emptied.versioned()) {
            scene.objects().seedVersions(2_000, BucketEmptierTest::key, 1, false);
            scene.objects().legalHold(key(77), null, true);

            EmptyingResult result = scene.empty();

            assertThat(result.end()).isEqualTo(EmptyingEnd.NO_PROGRESS);
            assertThat(result.deletions().versions()).isEqualTo(1_999);
            assertThat(result.refusals())
                    .singleElement()
                    .satisfies(refusal -> {
                        assertThat(refusal.code()).isEqualTo("AccessDenied");
                        assertThat(refusal.keys()).isEqualTo(1);
                        assertThat(refusal.samples()).containsExactly(key(77));
                    });
        }
    }

    @Test
    void keysThatAreDeniedAreCountedAndTheOthersGo() {
        try (Emptied scene = Emptied.plain()) {
            scene.objects().seed(12_000, BucketEmptierTest::key);
            scene.objects().put("free", 1, "STANDARD", ObjectSpace.SEEDED);
            scene.bucket.policy(denied("data/*"));

            EmptyingResult result = scene.empty();

            assertThat(result.end()).as("%s", result).isEqualTo(EmptyingEnd.NO_PROGRESS);
            assertThat(result.deletions().versions()).isEqualTo(1);
            assertThat(result.refusals())
                    .singleElement()
                    .satisfies(refusal -> {
                        assertThat(refusal.code()).isEqualTo("AccessDenied");
                        assertThat(refusal.keys()).isEqualTo(12_000);
                        assertThat(refusal.samples()).hasSize(5);
                    });
        }
    }

    @Test
    void whereNothingMayBeDeletedItSaysWhatIsMissing() {
        try (Emptied scene = Emptied.plain()) {
            scene.objects().seed(2_000, BucketEmptierTest::key);
            scene.bucket.policy(denied("*"));

            EmptyingResult result = scene.empty();

            assertThat(result.end()).isEqualTo(EmptyingEnd.FAILED);
            assertThat(result.detail()).contains("AccessDenied", "s3:DeleteObjectVersion");
            assertThat(scene.objects().count()).isEqualTo(2_000);
        }
    }

    private static String denied(String keys) {
        return """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*",
         "Action": ["s3:DeleteObject", "s3:DeleteObjectVersion"],
         "Resource": "arn:aws:s3:::lab-bucket/%s"}]}\
        """
                .formatted(keys);
    }

    @Test
    void aListingThatIsDeniedEndsItWithTheMissingPermission() {
        try (Emptied scene = Emptied.versioned()) {
            scene.objects().seedVersions(10, BucketEmptierTest::key, 1, false);
            scene.lab.account(Lab.DEFAULT_ACCOUNT).deny("s3:ListBucketVersions");

            EmptyingResult result = scene.empty();

            assertThat(result.end()).isEqualTo(EmptyingEnd.FAILED);
            assertThat(result.detail())
                    .contains("AccessDenied", "need the permission s3:ListBucketVersions");
        }
    }

    @Test
    void aBucketThatIsNotThereIsGone() {
        try (Emptied scene = Emptied.plain()) {
            assertThat(scene.empty("lab-other-bucket", false).end()).isEqualTo(EmptyingEnd.GONE);
        }
    }

    @Test
    void aBucketThatVanishesMeanwhileIsGone() {
        try (Emptied scene = Emptied.plain()) {
            scene.objects().seed(5_000, BucketEmptierTest::key);
            scene.lab
                    .faults()
                    .add(
                            Fault.onCall(3, FaultKind.ERROR, "DeleteObjects")
                                    .times(1000)
                                    .withCode("NoSuchBucket", 404));

            EmptyingResult result = scene.empty();

            assertThat(result.end()).isEqualTo(EmptyingEnd.GONE);
            assertThat(result.deletions().versions()).isEqualTo(5_000 - scene.objects().count());
        }
    }

    @Test
    void aWriterThatNeverStopsEndsIt() {
        try (Emptied scene = Emptied.plain()) {
            scene.objects().seed(2_000, BucketEmptierTest::key);
            scene.objects().trouble().writeAfterDeletes(1, 3, number -> "a-log/" + number);

            EmptyingResult result = scene.empty();

            assertThat(result.end()).isEqualTo(EmptyingEnd.STILL_WRITTEN_TO);
            assertThat(scene.calls("ListObjectVersions")).isLessThan(10);
        }
    }

    @Test
    void aStopSignalEndsItAtTheNextGoodMoment() {
        try (Emptied scene = Emptied.plain()) {
            scene.objects().seed(20_000, BucketEmptierTest::key);
            scene.listener = (_, _) -> scene.stop.give();

            EmptyingResult result = scene.empty();

            assertThat(result.end()).isEqualTo(EmptyingEnd.STOPPED);
            assertThat(result.deletions().versions()).isEqualTo(20_000 - scene.objects().count());
            assertThat(scene.objects().count()).isPositive();
        }
    }

    @Test
    void itEndsInTimeWhenTimeRunsOut() {
        try (Emptied scene = Emptied.plain()) {
            scene.objects().seed(20_000, BucketEmptierTest::key);
            scene.objects().trouble().limitDeletes(500, 500);
            scene.time = Duration.ofSeconds(30);

            EmptyingResult result = scene.empty();

            assertThat(result.end()).isEqualTo(EmptyingEnd.OUT_OF_TIME);
            assertThat(result.deletions().versions())
                    .isPositive()
                    .isEqualTo(20_000 - scene.objects().count());
        }
    }

    @Test
    void noMoreGoesThanTheBudgetHolds() {
        try (Emptied scene = Emptied.plain()) {
            scene.objects().seed(5_000, BucketEmptierTest::key);
            scene.budget = new DeletionBudget(1_234, Long.MAX_VALUE);

            EmptyingResult result = scene.empty();

            assertThat(result.end()).isEqualTo(EmptyingEnd.OVER_BUDGET);
            assertThat(result.deletions().versions()).isEqualTo(1_234);
            assertThat(scene.objects().count()).isEqualTo(5_000 - 1_234);
        }
    }

    @Test
    void noMoreBytesGoThanTheBudgetHolds() {
        try (Emptied scene = Emptied.plain()) {
            scene.objects().seed(5_000, BucketEmptierTest::key);
            scene.budget = new DeletionBudget(Long.MAX_VALUE, 100 * SIZE + 1);

            EmptyingResult result = scene.empty();

            assertThat(result.end()).isEqualTo(EmptyingEnd.OVER_BUDGET);
            assertThat(result.deletions().bytes()).isEqualTo(100 * SIZE);
        }
    }

    @Test
    void whatWasRefusedIsGivenBackToTheBudget() {
        try (Emptied scene = Emptied.versioned()) {
            scene.objects().seedVersions(100, BucketEmptierTest::key, 1, false);
            scene.objects().legalHold(key(5), null, true);
            scene.budget = new DeletionBudget(100, Long.MAX_VALUE);

            assertThat(scene.empty().end()).isEqualTo(EmptyingEnd.NO_PROGRESS);

            assertThat(scene.budget.take(0)).isTrue();
            assertThat(scene.budget.take(0)).isFalse();
        }
    }

    @Test
    void theLastWordToTheListenerIsTheWholeTruth() {
        try (Emptied scene = Emptied.plain()) {
            scene.objects().seed(2_500, BucketEmptierTest::key);

            scene.empty();

            EmptyingProgress last = scene.progress.getLast();
            assertThat(last.deleted()).isEqualTo(2_500);
            assertThat(last.listed()).isEqualTo(2_500);
            assertThat(last.listingDone()).isTrue();
        }
    }
}
