package org.labjanitor.buckets.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.labjanitor.buckets.emptying.EmptyingProgress;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.buckets.progress.BucketSweepListener;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;
import org.labjanitor.simulator.s3.bucket.Bucket;

/** An outcome is what a later read showed, never what an answer promised. */
class ObservedNotAssumedTest {
    @Test
    void aRemovedBucketWasSeenToBeGone() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");

            RunResult result = scene.clean();

            ResultItem item = Scene.item(result, "lab-over");
            assertThat(item.outcome()).isEqualTo(Outcome.REMOVED);
            assertThat(item.action()).isEqualTo(Action.DELETE);
            assertThat(item.deletions())
                    .satisfies(deletions -> assertThat(deletions.versions()).isEqualTo(5));
            assertThat(result.status()).isEqualTo(RunStatus.COMPLETE);
            assertThat(scene.lab().calls().all().getLast().operation()).isEqualTo("HeadBucket");
        }
    }

    @Test
    void aBucketThatNoLookShowsToBeGoneIsStillThere() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");
            scene.listen(
                    new BucketSweepListener() {
                        @Override
                        public void progress(String bucket, EmptyingProgress progress) {
                            scene.lab()
                                    .faults()
                                    .add(Fault.everyCall(FaultKind.ERROR, "HeadBucket"));
                        }
                    });

            RunResult result = scene.clean();

            assertThat(Scene.item(result, "lab-over").outcome()).isEqualTo(Outcome.STILL_THERE);
            assertThat(result.status()).isEqualTo(RunStatus.PARTIAL);
            assertThat(result.savings().dollars()).isZero();
        }
    }

    @Test
    void aBucketThatStaysIsEmptiedWhenAListingShowsNothing() {
        try (Scene scene = new Scene()) {
            Bucket bucket = scene.expired("lab-over");
            bucket.objects().deleteMarker("results/00001.csv");
            bucket.objects().openUpload("half.bin");

            RunResult result = scene.run(scene.cleanRequest("\"after\": \"keep\""));

            assertThat(Scene.item(result, "lab-over").outcome()).isEqualTo(Outcome.EMPTIED);
            assertThat(Scene.item(result, "lab-over").action()).isEqualTo(Action.EMPTY);
            assertThat(scene.isGone("lab-over")).isFalse();
            assertThat(bucket.objects().isEmpty()).isTrue();
            assertThat(bucket.objects().uploads()).isZero();
        }
    }

    @Test
    void aBucketThatIsWrittenToAllTheTimeIsNeverCalledEmptied() {
        try (Scene scene = new Scene()) {
            Bucket bucket = scene.expired("lab-over");
            bucket.objects().trouble().writeAfterDeletes(1, 3, number -> "log/" + number);

            RunResult result = scene.run(scene.cleanRequest("\"after\": \"keep\""));

            assertThat(Scene.item(result, "lab-over").outcome())
                    .isIn(Outcome.UNFINISHED, Outcome.REFUSED);
            assertThat(result.status()).isEqualTo(RunStatus.PARTIAL);
        }
    }
}
