package org.labjanitor.buckets.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;
import org.labjanitor.simulator.s3.bucket.Bucket;

class BucketRemovalTest {
    private static final Fault NOT_EMPTY =
            Fault.onCall(1, FaultKind.ERROR, "DeleteBucket").withCode("BucketNotEmpty", 409);

    @Test
    void thePayloadsThatWarnAndCleanRemoveWhatIsOverAndNothingElse() throws IOException {
        try (Scene scene = Scene.withGrace()) {
            scene.expired("lab-over");
            scene.inUse("lab-at-work");

            RunResult warned = scene.run(event("warn-buckets.json"));
            scene.passGrace();
            RunResult cleaned = scene.run(event("clean-buckets.json"));

            assertThat(warned.status()).isEqualTo(RunStatus.COMPLETE);
            assertThat(cleaned.status()).isEqualTo(RunStatus.COMPLETE);
            assertThat(scene.isGone("lab-over")).isTrue();
            assertThat(scene.isGone("lab-at-work")).isFalse();
        }
    }

    @Test
    void aBucketThatWasWrittenToMeanwhileIsEmptiedAgain() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");
            scene.lab().faults().add(NOT_EMPTY.times(2));

            ResultItem item = Scene.item(scene.clean(), "lab-over");

            assertThat(item.outcome()).isEqualTo(Outcome.REMOVED);
            assertThat(item.deletions())
                    .satisfies(deletions -> assertThat(deletions.versions()).isEqualTo(5));
        }
    }

    @Test
    void aBucketThatIsWrittenToEachTimeIsLeftWithAReason() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");
            scene.lab().faults().add(NOT_EMPTY.times(100));

            RunResult result = scene.clean();

            assertThat(Scene.item(result, "lab-over").outcome()).isEqualTo(Outcome.UNFINISHED);
            assertThat(Scene.item(result, "lab-over").outcomeDetail())
                    .contains("whoever writes has to stop first");
            assertThat(result.status()).isEqualTo(RunStatus.PARTIAL);
            assertThat(result.continues()).isFalse();
        }
    }

    @Test
    void versionsMarkersAndOpenUploadsAllGo() {
        try (Scene scene = new Scene()) {
            Bucket bucket = scene.expired("lab-over");
            bucket.objects().seedVersions(3, number -> "versions/" + number, 2, true);
            bucket.objects().openUpload("half.bin");

            ResultItem item = Scene.item(scene.clean(), "lab-over");

            assertThat(item.outcome()).isEqualTo(Outcome.REMOVED);
            assertThat(item.deletions())
                    .satisfies(deletions -> {
                        assertThat(deletions.versions()).isEqualTo(5 + 3 * 2);
                        assertThat(deletions.markers()).isEqualTo(3);
                        assertThat(deletions.uploads()).isEqualTo(1);
                    });
        }
    }

    @Test
    void severalBucketsGoAtOnce() {
        try (Scene scene = new Scene()) {
            for (int i = 0; i < 8; i++) {
                scene.expired("lab-over-" + i).objects().seed(2_500, n -> "more/%06d".formatted(n));
            }

            RunResult result = scene.clean();

            assertThat(IntStream.range(0, 8)).allMatch(i -> scene.isGone("lab-over-" + i));
            assertThat(result.with(Outcome.REMOVED)).isEqualTo(8);
            assertThat(result.status()).isEqualTo(RunStatus.COMPLETE);
        }
    }

    private static String event(String name) throws IOException {
        return Files.readString(Path.of("../../events", name));
    }
}
