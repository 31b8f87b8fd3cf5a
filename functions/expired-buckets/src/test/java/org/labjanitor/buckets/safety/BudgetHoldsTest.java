package org.labjanitor.buckets.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.simulator.s3.bucket.Bucket;

/** Never more than the budget, and nothing at all on a picture that cannot be true. */
class BudgetHoldsTest {
    @ParameterizedTest
    @CsvSource({
        "3, 100, 3",
        "100, 50, 4", // 8 lab buckets: 6 over, 2 not
        "100, 1, 1",
        "0, 100, 0",
        "100, 0, 0",
        "100, 100, 6",
    })
    void removesTheLesserOfCountAndShare(int count, int percent, int removed) {
        try (Scene scene = new Scene()) {
            expired(scene, 6);
            scene.inUse("lab-at-work-1");
            scene.inUse("lab-at-work-2");
            scene.untagged(Scene.REGION, "lab-of-somebody", Map.of());

            RunResult result =
                    scene.run(
                            clean(
                                    scene,
                                    "\"count\": %d, \"percent\": %d".formatted(count, percent)));

            assertThat(gone(scene, 6)).isEqualTo(removed);
            assertThat(result.with(Outcome.REMOVED)).isEqualTo(removed);
            assertThat(result.with(Outcome.NOT_REACHED)).isEqualTo(6 - removed);
        }
    }

    @Test
    void takesTheOldestEndFirst() {
        try (Scene scene = new Scene()) {
            scene.filled("lab-a", Map.of("lab:expires", "2026-11-12"));
            scene.filled("lab-b", Map.of("lab:expires", "2026-11-10"));
            scene.filled("lab-c", Map.of("lab:expires", "2026-11-11"));

            scene.run(clean(scene, "\"count\": 1, \"percent\": 100"));

            assertThat(scene.isGone("lab-b")).isTrue();
            assertThat(scene.isGone("lab-a") || scene.isGone("lab-c")).isFalse();
        }
    }

    @Test
    void takesTheOldestDeadlineFirstWhateverTheEnds() {
        try (Scene scene = Scene.withGrace()) {
            scene.filled("lab-a", Map.of("lab:expires", "2026-11-01"));
            scene.filled("lab-b", Map.of("lab:expires", "2026-11-18"));
            scene.run("{\"mode\": \"warn\", \"only\": [\"lab-b\"]}");
            scene.lab().clock().advance(Duration.ofHours(1));
            scene.warn();
            scene.passGrace();

            RunResult result =
                    scene.run(
                            "{\"mode\": \"clean\", \"budget\": {\"count\": 1, \"percent\": 100}}");

            assertThat(scene.isGone("lab-b")).isTrue();
            assertThat(scene.isGone("lab-a")).isFalse();
            assertThat(Scene.item(result, "lab-a").outcome()).isEqualTo(Outcome.NOT_REACHED);
            assertThat(Scene.item(result, "lab-a").outcomeDetail()).contains("budget");
            assertThat(Scene.item(result, "lab-a").warning()).isNotNull();
        }
    }

    @Test
    void whatABudgetOfKeysLeavesHasNoSecondGrace() {
        try (Scene scene = Scene.withGrace()) {
            Bucket bucket = scene.expired("lab-over");
            scene.warn();
            scene.passGrace();

            RunResult first =
                    scene.run("{\"mode\": \"clean\", \"budget\": {\"percent\": 100, \"keys\": 2}}");
            assertThat(bucket.objects().count()).isEqualTo(3);
            assertThat(Scene.item(first, "lab-over").outcome()).isEqualTo(Outcome.UNFINISHED);
            assertThat(Scene.item(first, "lab-over").warning()).isNotNull();

            scene.cleanDue();
            assertThat(scene.isGone("lab-over")).isTrue();
        }
    }

    @Test
    void deletesNoMoreKeysThanAllowedOverAllBucketsAndGoesOnNextTime() {
        try (Scene scene = new Scene()) {
            Bucket first = scene.expired("lab-a");
            Bucket second = scene.expired("lab-b");

            RunResult result = scene.run(clean(scene, "\"percent\": 100, \"keys\": 7"));

            assertThat(first.objects().count() + second.objects().count()).isEqualTo(3);
            assertThat(result.continues()).isTrue();
            assertThat(result.status()).isEqualTo(RunStatus.PARTIAL);
            assertThat(result.with(Outcome.UNFINISHED)).isPositive();

            scene.run(clean(scene, "\"percent\": 100"));
            assertThat(scene.isGone("lab-a") && scene.isGone("lab-b")).isTrue();
        }
    }

    @Test
    void deletesNoMoreBytesThanAllowed() {
        try (Scene scene = new Scene()) {
            Bucket bucket =
                    scene.bucket(Scene.REGION, "lab-a", Map.of("lab:expires", "2026-11-10"));
            for (int i = 0; i < 4; i++) {
                bucket.objects().put("big-" + i, 400_000_000, "STANDARD", Scene.NOW);
            }

            RunResult result = scene.run(clean(scene, "\"percent\": 100, \"gigabytes\": 1"));

            assertThat(bucket.objects().count()).isEqualTo(2);
            assertThat(result.continues()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"keys\": 0", "\"gigabytes\": 0"})
    void zeroKeysOrBytesMeanNothing(String budget) {
        try (Scene scene = new Scene()) {
            scene.bucket(Scene.REGION, "lab-empty", Map.of("lab:expires", "2026-11-10"));

            RunResult result = scene.run(clean(scene, "\"percent\": 100, " + budget));

            assertThat(Scene.item(result, "lab-empty").outcome()).isEqualTo(Outcome.NOT_REACHED);
            Untouched.assertNothingChanged(scene);
        }
    }

    @Test
    void holdsForBucketsThatAPersonNamesAsWell() {
        try (Scene scene = new Scene()) {
            expired(scene, 4);

            scene.run(
                    "{\"mode\": \"clean\", \"delete\": [\"lab-over-0\", \"lab-over-1\", \"lab-over-2\"], \"reason\": \"over\", \"budget\": {\"count\": 1}}");

            assertThat(gone(scene, 4)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"all\"",
                "{\"count\": \"all\"}",
                "{\"count\": -1}",
                "{\"percent\": 101}",
                "{\"keys\": 1.5}",
                "{\"gigabytes\": -1}",
                "{\"bytes\": 5}",
                "null",
                "5",
            })
    void aMalformedBudgetRefusesTheRun(String budget) {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");

            assertThatThrownBy(() -> scene.run(scene.cleanRequest("\"budget\": " + budget)))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("budget");
            Untouched.assertNothingChanged(scene);
        }
    }

    @Test
    void stopsWhenEvidenceIsMissingForMostBuckets() {
        try (Scene scene = new Scene()) {
            for (int i = 0; i < 3; i++) {
                scene.filled("lab-young-" + i, Map.of("lab:ttl", "1h"))
                        .createdAt(Scene.NOW.plusSeconds(7_200));
            }
            expired(scene, 2);

            RunResult result = scene.clean();

            assertThat(result.status()).isEqualTo(RunStatus.FAILED);
            assertThat(result.stopped()).contains("Evidence is missing for 3 of 5 buckets");
            Untouched.assertNothingChanged(scene);
        }
    }

    private static void expired(Scene scene, int count) {
        for (int i = 0; i < count; i++) {
            scene.expired("lab-over-" + i);
        }
    }

    private static long gone(Scene scene, int count) {
        return IntStream.range(0, count).filter(i -> scene.isGone("lab-over-" + i)).count();
    }

    private static String clean(Scene scene, String budget) {
        return scene.cleanRequest("\"budget\": {%s}".formatted(budget));
    }
}
