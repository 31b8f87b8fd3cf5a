package org.labjanitor.buckets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.simulator.s3.bucket.Bucket;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A lifetime counts from the later of a bucket's creation and the ledger's first sight of it. */
class FirstSightTest {
    private static final Map<String, String> ONE_WEEK = Map.of("lab:ttl", "7d");

    @Test
    void anOldBucketLivesItsWholeLifetimeFromTheFirstSight() {
        try (Scene scene = Scene.withGrace()) {
            scene.filled("lab-old", ONE_WEEK);

            assertThat(scene.warn().removable()).isZero();
            scene.lab().clock().advance(Duration.ofDays(7).minusSeconds(1));
            assertThat(scene.warn().removable()).isZero();
            scene.lab().clock().advance(Duration.ofSeconds(1));

            ResultItem item = Scene.item(scene.warn(), "lab-old");
            assertThat(item.warning()).isNotNull();
            assertThat(item.resource().since()).isEqualTo(Scene.NOW.minus(Duration.ofDays(10)));
            assertThat(item.verdict().explanation().facts())
                    .filteredOn(fact -> fact.name().equals("first seen"))
                    .singleElement()
                    .extracting(Fact::at)
                    .isEqualTo(Scene.NOW);
        }
    }

    @Test
    void aReportSaysWhatAWarningRunWouldSayAndRemembersNothing() {
        try (Scene scene = Scene.withGrace()) {
            scene.filled("lab-old", ONE_WEEK);

            assertThat(scene.report().removable()).isZero();
            scene.lab().clock().advance(Duration.ofDays(7));
            assertThat(scene.warn().removable()).isZero();
        }
    }

    @Test
    void everyLabBucketInScopeIsSeenWhateverItsVerdict() {
        try (Scene scene = Scene.withGrace()) {
            Bucket open = scene.filled("lab-open", Map.of());
            scene.cleanDue();
            scene.lab().clock().advance(Duration.ofDays(7));
            open.tags(Map.of("lab", "x", "lab:ttl", "7d"));

            assertThat(scene.report().removable()).isEqualTo(1);
        }
    }

    @Test
    void aLostLedgerLetsBucketsLiveLongerAndNeverShorter() {
        try (Scene scene = Scene.withGrace()) {
            scene.filled("lab-old", ONE_WEEK);
            scene.warn();
            scene.lab().clock().advance(Duration.ofDays(7));
            assertThat(scene.warn().removable()).isEqualTo(1);

            scene.asAdmin(FirstSightTest::loseTheLedger);
            scene.passGrace();

            RunResult result = scene.cleanDue();
            assertThat(result.removable()).isZero();
            assertThat(scene.isGone("lab-old")).isFalse();
        }
    }

    @Test
    void withoutALedgerALifetimeCountsFromTheCreation() {
        try (Scene scene = new Scene()) {
            scene.filled("lab-old", ONE_WEEK);

            assertThat(scene.report().removable()).isEqualTo(1);
        }
    }

    private static void loseTheLedger(S3Client s3) {
        for (S3Object object :
                s3.listObjectsV2(request -> request.bucket(Scene.LEDGER)).contents()) {
            s3.deleteObject(request -> request.bucket(Scene.LEDGER).key(object.key()));
        }
    }
}
