package org.labjanitor.simulator.s3.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.labjanitor.simulator.s3.bucket.Versioning;

/** Compares the store with one that is too simple to be wrong. */
class ObjectSpaceModelTest {
    private static final int STEPS = 3_000;
    private static final int KEYS = 1_200;
    private static final List<Versioning> PHASES =
            List.of(Versioning.NEVER, Versioning.ENABLED, Versioning.SUSPENDED);

    private record Version(String id, boolean marker) {}

    /** Newest first. */
    private final NavigableMap<byte[], List<Version>> model =
            new TreeMap<>(Arrays::compareUnsigned);

    private final ObjectSpace space = new ObjectSpace();

    @RepeatedTest(8)
    void theStoreDoesWhatASimpleOneDoes(RepetitionInfo repetition) {
        int seed = repetition.getCurrentRepetition();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < STEPS; i++) {
            step(random, key(random), PHASES.get(i * PHASES.size() / STEPS));
        }
        assertThat(rows()).isEqualTo(expected());
    }

    private static byte[] key(RandomGenerator random) {
        return ("é".repeat(random.nextInt(2)) + random.nextInt(KEYS))
                .getBytes(StandardCharsets.UTF_8);
    }

    private void step(RandomGenerator random, byte[] key, Versioning versioning) {
        List<Version> versions = model.computeIfAbsent(key, k -> new ArrayList<>());
        Deletion deletion = new Deletion(versioning, ObjectCalls.NOW, false, null);
        switch (random.nextInt(4)) {
            case 0, 1 -> add(versions, write(key, versioning), false);
            case 2 -> {
                Removal removal = space.delete(key, null, deletion);
                if (versioning == Versioning.NEVER) {
                    versions.removeIf(version -> version.id().equals("null"));
                } else {
                    add(versions, removal.id().text(), true);
                }
            }
            default -> removeOne(random, key, versions, deletion);
        }
    }

    private String write(byte[] key, Versioning versioning) {
        Write write = new Write(versioning, ObjectCalls.NOW, 1, "STANDARD", Detail.PLAIN, null);
        return space.write(key, write).id().text();
    }

    private static void add(List<Version> versions, String id, boolean marker) {
        versions.removeIf(version -> version.id().equals("null") && id.equals("null"));
        versions.addFirst(new Version(id, marker));
    }

    private void removeOne(
            RandomGenerator random, byte[] key, List<Version> versions, Deletion deletion) {
        if (versions.isEmpty()) {
            assertThat(space.delete(key, VersionId.NULL, deletion)).isEqualTo(Removal.NOTHING);
            return;
        }
        Version version = versions.remove(random.nextInt(versions.size()));
        Removal removal = space.delete(key, VersionId.parse(version.id()).orElseThrow(), deletion);
        assertThat(removal.kind())
                .isEqualTo(
                        version.marker()
                                ? Removal.Kind.MARKER_REMOVED
                                : Removal.Kind.VERSION_REMOVED);
    }

    private List<String> expected() {
        List<String> rows = new ArrayList<>();
        model.forEach((key, versions) ->
                versions.forEach(version ->
                        rows.add(Keys.text(key) + " " + version.id() + " " + version.marker())));
        return rows;
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        space.index()
                .scan(
                        new byte[0],
                        (block, first) -> {
                            for (int row = first; row < block.rows(); row++) {
                                if (!block.isGone(row)) {
                                    rows.add(row(block, row));
                                }
                            }
                            return Step.ON;
                        });
        return rows;
    }

    private static String row(Block block, int row) {
        VersionId id = block.hasNullId(row) ? VersionId.NULL : VersionId.of(block.sequence(row));
        return Keys.text(block.key(row)) + " " + id.text() + " " + block.isMarker(row);
    }
}
