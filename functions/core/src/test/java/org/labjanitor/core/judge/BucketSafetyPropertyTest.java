package org.labjanitor.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.labjanitor.core.bucket.LabBucket;
import org.labjanitor.core.policy.BucketPolicy;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Removable;

/** What must hold whatever a bucket is called and tagged with. */
final class BucketSafetyPropertyTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final List<String> ENDS =
            List.of("2020-01-01", "2026-11-20T09:59:00Z", "2026-11-19", "1h", "7d", "PT36H");
    private static final List<String> UNREADABLE =
            List.of("next Tuesday", "", " ", "7 days", "2026-13-01", "ja", "-1d", "0h", "20261101");

    private final BucketJudge judge =
            new BucketJudge(
                    new BucketPolicy("lab-", Duration.ofDays(1), Set.of("lab-own")),
                    LabTags.standard());

    @Property(tries = 500)
    void nothingGoesWithoutTheLabTag(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, String> tags = random.expired();
        tags.remove("lab");
        assertStays(random.bucket("lab-" + random.word(), tags));
    }

    @Property(tries = 500)
    void nothingGoesWithoutThePrefix(@ForAll long seed) {
        Random random = new Random(seed);
        assertStays(
                random.bucket(
                        random.choice(List.of("la", "labs", "x-lab-")) + random.word(),
                        random.expired()));
    }

    @Property(tries = 500)
    void nothingGoesWithAKeepTag(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, String> tags = random.expired();
        tags.put("lab:keep", random.choice(List.of("true", " TRUE ", "2026-11-20", "2027-01-01")));
        assertStays(random.bucket("lab-" + random.word(), tags));
    }

    @Property(tries = 500)
    void nothingGoesWithAnUnreadableKeepTag(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, String> tags = random.expired();
        tags.put("lab:keep", random.choice(UNREADABLE));
        assertStays(random.bucket("lab-" + random.word(), tags));
    }

    @Property(tries = 500)
    void nothingIsOverByAnUnreadableTag(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, String> tags = random.expired();
        tags.put(random.choice(List.of("lab:expires", "lab:ttl")), random.choice(UNREADABLE));
        assertThat(judge.judge(random.bucket("lab-" + random.word(), tags), null, NOW))
                .isNotInstanceOf(Removable.class);
    }

    @Property(tries = 500)
    void aLaterFirstSightNeverMakesAKeptBucketRemovable(@ForAll long seed) {
        Random random = new Random(seed);
        LabBucket bucket = random.bucket("lab-" + random.word(), random.expired());
        Instant seen = NOW.minusSeconds(random.number(3_000_000));
        Verdict earlier = judge.judge(bucket, seen, NOW);
        Verdict later = judge.judge(bucket, seen.plusSeconds(random.number(200_000)), NOW);
        if (!(earlier instanceof Removable)) {
            assertThat(later).isNotInstanceOf(Removable.class);
        }
    }

    private void assertStays(LabBucket bucket) {
        assertThat(judge.judge(bucket, null, NOW)).isNotInstanceOf(Removable.class);
        assertThat(judge.judgeNamed(bucket, NOW)).isNotInstanceOf(Removable.class);
    }

    /** Buckets whose time is over as far as it may be. */
    private static final class Random {
        private final SplittableRandom random;

        Random(long seed) {
            this.random = new SplittableRandom(seed);
        }

        LabBucket bucket(String name, Map<String, String> tags) {
            Instant created = NOW.minus(Duration.ofHours(1 + random.nextInt(2_000)));
            return new LabBucket(name, "us-east-1", created, tags);
        }

        Map<String, String> expired() {
            Map<String, String> tags = new HashMap<>(Map.of("lab", word()));
            if (random.nextBoolean()) {
                tags.put("lab:expires", ENDS.get(random.nextInt(3)));
            }
            if (random.nextBoolean()) {
                tags.put("lab:ttl", ENDS.get(3 + random.nextInt(3)));
            }
            return tags;
        }

        String word() {
            return "w" + random.nextInt(1_000);
        }

        int number(int bound) {
            return random.nextInt(bound);
        }

        <T> T choice(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
