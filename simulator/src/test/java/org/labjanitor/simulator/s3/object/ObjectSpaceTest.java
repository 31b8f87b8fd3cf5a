package org.labjanitor.simulator.s3.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.labjanitor.simulator.s3.bucket.Versioning;

class ObjectSpaceTest {
    private static final Instant NOW = ObjectCalls.NOW;
    private static final Deletion PLAIN = new Deletion(Versioning.NEVER, NOW, false, null);

    private final ObjectSpace space = new ObjectSpace();

    @Test
    void whatIsSeededIsCounted() {
        space.seed(3_000, i -> "a" + i);
        space.seed(10, i -> "z" + i, 100, "GLACIER", NOW);
        space.seedVersions(20, i -> "v" + i, 3, true);
        space.put("one", 7, "STANDARD", NOW);
        space.put("one", 8, "STANDARD", NOW);
        space.deleteMarker("marked");
        space.openUpload("u");

        assertThat(space.count()).isEqualTo(3_011);
        assertThat(space.versions()).isEqualTo(3_071);
        assertThat(space.markers()).isEqualTo(21);
        assertThat(space.uploads()).isEqualTo(1);
        assertThat(space.bytesByStorageClass())
                .isEqualTo(
                        Map.of("STANDARD", 3_060 * ObjectSpace.SEEDED_SIZE + 8, "GLACIER", 1_000L));
        space.clear();
        assertThat(space.isEmpty()).isTrue();
        assertThat(space.uploads()).isZero();
    }

    @Test
    void aMarkerAloneKeepsABucketFromBeingEmptyAndAnUploadDoesNot() {
        space.openUpload("u");
        assertThat(space.isEmpty()).isTrue();
        space.deleteMarker("m");
        assertThat(space.isEmpty()).isFalse();
    }

    @Test
    void locksNeedAVersionAndAKnownMode() {
        assertThatThrownBy(() -> space.legalHold("none", null, true)).hasMessageContaining("none");
        space.put("k", 1, "STANDARD", NOW);
        assertThatThrownBy(() -> space.retention("k", null, "SOFT", NOW.plus(Duration.ofDays(1))))
                .hasMessageContaining("SOFT");
    }

    @Test
    void oneKeyMayHaveMoreVersionsThanABlockHasRows() {
        List<String> ids =
                IntStream.range(0, 3 * Block.CAPACITY)
                        .mapToObj(i -> space.putVersion("k", i, NOW))
                        .toList();
        space.put("a", 1, "STANDARD", NOW);
        space.put("z", 1, "STANDARD", NOW);

        assertThat(space.versions()).isEqualTo(ids.size() + 2);
        assertThat(space.find(Keys.bytes("k"), null).orElseThrow().id().text())
                .isEqualTo(ids.getLast());
        for (String id : ids) {
            VersionId parsed = VersionId.parse(id).orElseThrow();
            assertThat(space.delete(Keys.bytes("k"), parsed, PLAIN).kind())
                    .isEqualTo(Removal.Kind.VERSION_REMOVED);
        }
        assertThat(space.versions()).isEqualTo(2);
    }

    @Test
    void manyMayWriteListAndDeleteAtOnce() throws ExecutionException, InterruptedException {
        int each = 4_000;
        ObjectCalls calls = new ObjectCalls();
        calls.objects.seed(8L * each, i -> "seeded/%06d".formatted(i));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream<Future<?>> deleting =
                    IntStream.range(0, 8)
                            .mapToObj(t -> threads.submit(() -> delete(calls, t * each, each)));
            Stream<Future<?>> writing =
                    IntStream.range(0, 2)
                            .mapToObj(t -> threads.submit(() -> write(calls, t, each)));
            Stream<Future<?>> listing =
                    Stream.of(threads.submit(() -> calls.list("ListObjectVersions", "versions")));
            List<Future<?>> all = new ArrayList<>();
            Stream.of(deleting, writing, listing).forEach(part -> part.forEach(all::add));
            for (Future<?> task : all) {
                task.get();
            }
        }
        assertThat(calls.objects.count()).isEqualTo(2L * each);
        assertThat(calls.list("ListObjectsV2", "list-type=2&prefix=seeded%2F"))
                .contains("<KeyCount>0</KeyCount>");
    }

    private static void delete(ObjectCalls calls, int from, int count) {
        for (int first = from; first < from + count; first += 500) {
            String[] keys =
                    IntStream.range(first, first + 500)
                            .mapToObj("seeded/%06d"::formatted)
                            .toArray(String[]::new);
            calls.delete(keys);
        }
    }

    private static void write(ObjectCalls calls, int thread, int count) {
        for (int i = 0; i < count; i++) {
            calls.objects.put("seeded-not/" + thread + "/" + i * 7919L % count, 1, "STANDARD", NOW);
        }
    }

    @Test
    void versionIdsAreOpaqueAndTellTheirOwnFromOthers() {
        String id = space.putVersion("k", 1, NOW);
        assertThat(id).hasSize(32).matches("[A-Za-z0-9._]+");
        assertThat(VersionId.parse(id)).isPresent();
        assertThat(VersionId.parse(id.substring(1) + "A")).isEmpty();
        assertThat(VersionId.parse("")).isEmpty();
    }
}
