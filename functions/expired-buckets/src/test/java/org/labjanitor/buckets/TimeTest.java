package org.labjanitor.buckets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.buckets.progress.BucketSweepListener;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.simulator.s3.bucket.Bucket;

/** A run stops in time, says that the next one goes on, and the next one does. */
class TimeTest {
    @Test
    void bucketsThatThereIsNoTimeForAreNotExamined() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");

            RunResult result = scene.run("{}", Duration.ofSeconds(10));

            assertThat(result.notExamined())
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.why()).contains("time ran out"));
            assertThat(result.continues()).isTrue();
            assertThat(result.status()).isEqualTo(RunStatus.PARTIAL);
        }
    }

    @Test
    void aBucketThatThereIsNoTimeToEmptyIsLeftToTheNextRun() {
        try (Scene scene = new Scene()) {
            Bucket bucket = scene.expired("lab-over");
            scene.listen(
                    new BucketSweepListener() {
                        @Override
                        public void removing(String name) {
                            scene.lab().clock().advance(Duration.ofMinutes(14));
                        }
                    });

            RunResult result = scene.clean(Duration.ofMinutes(14));

            assertThat(Scene.item(result, "lab-over").outcome()).isEqualTo(Outcome.NOT_REACHED);
            assertThat(result.continues()).isTrue();
            assertThat(result.status()).isEqualTo(RunStatus.PARTIAL);
            assertThat(bucket.objects().count()).isEqualTo(5);

            scene.listen(BucketSweepListener.silent());
            assertThat(scene.clean().continues()).isFalse();
            assertThat(scene.isGone("lab-over")).isTrue();
        }
    }

    @Test
    void aReportThatHasNoTimeToReadWhatProtectsABucketSaysSo() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");
            scene.listen(
                    new BucketSweepListener() {
                        @Override
                        public void judged(int judged, int buckets) {
                            scene.lab().clock().advance(Duration.ofMinutes(14));
                        }
                    });

            RunResult result = scene.run("{}", Duration.ofMinutes(14));

            assertThat(Scene.item(result, "lab-over").action()).isEqualTo(Action.NONE);
            assertThat(Scene.item(result, "lab-over").outcomeDetail()).contains("time ran out");
            assertThat(result.continues()).isTrue();
        }
    }

    @Test
    void aPersonWhoStopsTheRunStopsItBeforeTheNextBucket() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");
            scene.stop().give();

            RunResult result = scene.clean();

            assertThat(Scene.item(result, "lab-over").outcome()).isEqualTo(Outcome.NOT_REACHED);
            assertThat(Scene.item(result, "lab-over").outcomeDetail()).contains("stopped");
            assertThat(result.status()).isEqualTo(RunStatus.PARTIAL);
            assertThat(scene.lab().calls().mutations()).isEmpty();
        }
    }
}
