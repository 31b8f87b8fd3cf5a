package org.labjanitor.buckets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;

/** What an admin reads before anything is removed. */
class ReportTest {
    private static final double GB = 1L << 30;

    @Test
    void showsEveryBucketWithThePrefixAndWhyItMayGoOrStays() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");
            scene.inUse("lab-at-work");
            scene.untagged(Scene.REGION, "lab-of-somebody", Map.of());
            scene.untagged(Scene.REGION, "web-site", Map.of("lab", "x"));

            RunResult result = scene.report();

            assertThat(result.status()).isEqualTo(RunStatus.COMPLETE);
            assertThat(result.sweep()).isEqualTo("buckets");
            assertThat(result.items()).hasSize(3);
            assertThat(Scene.item(result, "lab-over").verdict()).isInstanceOf(Removable.class);
            assertThat(Scene.item(result, "lab-over").action()).isEqualTo(Action.WOULD_DELETE);
            assertThat(Scene.item(result, "lab-over").resource().owner())
                    .isEqualTo("ada@example.org");
            assertThat(keep(result, "lab-at-work")).isEqualTo(KeepReason.NOT_EXPIRED);
            assertThat(keep(result, "lab-of-somebody")).isEqualTo(KeepReason.NOT_LAB);
        }
    }

    @Test
    void tellsContentsAndMonthlyCostByCloudWatch() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");
            scene.metric("BucketSizeBytes", "lab-over", "StandardStorage", 100 * GB);
            scene.metric("BucketSizeBytes", "lab-over", "DeepArchiveStorage", 1_000 * GB);
            scene.metric("NumberOfObjects", "lab-over", "AllStorageTypes", 1_234_567);

            ResultItem item = Scene.item(scene.report(), "lab-over");

            assertThat(item.cost().display()).isEqualTo("$3.29");
            assertThat(item.contents())
                    .satisfies(contents -> {
                        assertThat(contents.objects()).isEqualTo(1_234_567);
                        assertThat(contents.bytesByClass())
                                .containsOnlyKeys("STANDARD", "DEEP_ARCHIVE");
                        assertThat(contents.asOf())
                                .isEqualTo(Scene.NOW.minus(Duration.ofHours(34)));
                    });
            assertThat(item.verdict().explanation().facts())
                    .filteredOn(fact -> fact.name().equals("early deletion"))
                    .singleElement()
                    .extracting(Fact::value)
                    .asString()
                    .contains("DEEP_ARCHIVE is billed for at least 180 days");
        }
    }

    @Test
    void doesNotGuessAPriceWhereThereAreNoMetrics() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");

            RunResult result = scene.report();

            assertThat(Scene.item(result, "lab-over").cost().display()).isEqualTo("unknown");
            assertThat(result.possibleSavings().unpriced()).isEqualTo(1);
        }
    }

    @Test
    void failedMetricsChangeNoVerdict() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");
            scene.lab().account(Scene.ACCOUNT).deny("cloudwatch:GetMetricData");

            RunResult result = scene.report();

            assertThat(result.removable()).isEqualTo(1);
            assertThat(result.status()).isEqualTo(RunStatus.COMPLETE);
        }
    }

    @Test
    void aDefaultLifetimeOfTheRequestMakesOldBucketsRemovable() {
        try (Scene scene = new Scene()) {
            scene.filled("lab-forgotten", Map.of());

            assertThat(keep(scene.run("{}"), "lab-forgotten")).isEqualTo(KeepReason.NO_END);
            assertThat(scene.run("{\"lifetime\": \"9d\"}").removable()).isEqualTo(1);
            assertThat(keep(scene.run("{\"lifetime\": \"11d\"}"), "lab-forgotten"))
                    .isEqualTo(KeepReason.NOT_EXPIRED);
        }
    }

    @Test
    void namesTheSettingsThatItWentByInWordsThatAPersonWouldWrite() {
        try (Scene scene = Scene.withGrace()) {
            assertThat(scene.run("{\"lifetime\": \"PT168H\"}").settings())
                    .containsEntry("lifetime", "7d")
                    .containsEntry("grace", "24 h")
                    .containsEntry("noticeLimit", "7 days")
                    .containsEntry("removalHours", "any");
        }
    }

    @Test
    void theCreationDateOfABucketInAnotherRegionIsTheTrueOne() {
        try (Scene scene = new Scene()) {
            scene.bucket("eu-west-1", "lab-far", Map.of("lab:ttl", "9d"))
                    .policy(
                            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::lab-far/*\"}]}");

            RunResult result = scene.run("{\"regions\": [\"all\"]}");

            assertThat(Scene.item(result, "lab-far").verdict()).isInstanceOf(Removable.class);
            assertThat(Scene.item(result, "lab-far").resource().region()).isEqualTo("eu-west-1");
            assertThat(result.examined()).containsExactly("eu-west-1", "us-east-1");
            assertThat(scene.run("{}").items()).isEmpty();
        }
    }

    @Test
    void aBucketThatIsListedThoughItIsGoneIsSaidToBeGone() {
        try (Scene scene = new Scene()) {
            scene.bucket(Scene.REGION, "lab-over", Map.of("lab:expires", "2026-11-10"));
            scene.lab()
                    .account(Scene.ACCOUNT)
                    .region(Scene.REGION)
                    .buckets()
                    .listAfterDeletion(Duration.ofHours(1));
            scene.asAdmin(s3 -> s3.deleteBucket(request -> request.bucket("lab-over")));

            RunResult result = scene.report();

            assertThat(Scene.item(result, "lab-over").outcome()).isEqualTo(Outcome.GONE_ALREADY);
            assertThat(result.removable()).isZero();
        }
    }

    private static KeepReason keep(RunResult result, String name) {
        Verdict verdict = Scene.item(result, name).verdict();
        if (verdict instanceof Keep(KeepReason reason, var _)) {
            return reason;
        }
        throw new AssertionError(name + " is not kept: " + verdict);
    }
}
