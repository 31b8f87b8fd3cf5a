package org.labjanitor.buckets.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;

/** One refused, vanished or protected bucket never stops the others, and never disappears. */
class NothingHiddenTest {
    @Test
    void aBucketWithAKeyThatIsRefusedDoesNotStopTheOthers() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-a").objects().legalHold("results/00002.csv", null, true);
            scene.expired("lab-b");
            scene.expired("lab-c");

            RunResult result = scene.clean();

            assertThat(scene.isGone("lab-b") && scene.isGone("lab-c")).isTrue();
            assertThat(Scene.item(result, "lab-a").outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(Scene.item(result, "lab-a").outcomeDetail())
                    .contains("AccessDenied for 1 keys")
                    .contains("results/00002.csv");
            assertThat(Scene.item(result, "lab-a").deletions())
                    .satisfies(deletions -> assertThat(deletions.versions()).isEqualTo(4));
            assertThat(result.status()).isEqualTo(RunStatus.PARTIAL);
        }
    }

    @Test
    void aBucketThatS3DoesNotDeleteIsToldWithItsReason() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-a");
            scene.lab()
                    .faults()
                    .add(
                            Fault.everyCall(FaultKind.ERROR, "DeleteBucket")
                                    .withCode("BucketHasAccessPointsAttached", 400));

            RunResult result = scene.clean();

            assertThat(Scene.item(result, "lab-a").outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(Scene.item(result, "lab-a").outcomeDetail())
                    .contains("BucketHasAccessPointsAttached");
        }
    }

    @Test
    void anotherOperationUnderWayIsWaitedFor() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-a");
            scene.lab()
                    .faults()
                    .add(
                            Fault.onCall(1, FaultKind.ERROR, "DeleteBucket")
                                    .withCode("OperationAborted", 409));

            assertThat(Scene.item(scene.clean(), "lab-a").outcome()).isEqualTo(Outcome.REMOVED);
        }
    }

    @Test
    void aMissingPermissionToDeleteIsARefusalThatNamesIt() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-a");
            scene.lab().account(Scene.ACCOUNT).deny("s3:DeleteBucket");

            RunResult result = scene.clean();

            assertThat(Scene.item(result, "lab-a").outcomeDetail())
                    .contains("it was emptied, but not deleted")
                    .contains("The credentials need the permission s3:DeleteBucket");
        }
    }
}
