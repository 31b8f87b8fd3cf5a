package org.labjanitor.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.core.bucket.LabBucket;
import org.labjanitor.core.policy.BucketPolicy;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;

class BucketJudgeTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant CREATED = Instant.parse("2026-11-01T10:00:00Z");
    private static final BucketPolicy POLICY =
            new BucketPolicy("lab-", null, Set.of("lab-janitor-ledger"));
    private static final BucketJudge JUDGE = new BucketJudge(POLICY, LabTags.standard());

    @Test
    void aBucketWhoseDateHasPassedMayGo() {
        Verdict verdict = judge(tagged("lab:expires", "2026-11-19"));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Removable.class,
                        removable -> {
                            assertThat(removable.reason()).isEqualTo(RemovableReason.EXPIRED);
                            assertThat(removable.explanation().sentence())
                                    .isEqualTo(
                                            "Its time was over at 2026-11-20 00:00 UTC, by its tag"
                                                    + " lab:expires.");
                            assertThat(removable.explanation().facts())
                                    .extracting("name")
                                    .containsExactly("tag lab:expires", "created");
                        });
    }

    @Test
    void aBucketWhoseDateIsTodayStaysUntilTheDayIsOver() {
        assertThat(keepReason(judge(tagged("lab:expires", "2026-11-20"))))
                .isEqualTo(KeepReason.NOT_EXPIRED);
        assertThat(judge(tagged("lab:expires", "2026-11-20")).explanation().sentence())
                .contains("2026-11-21 00:00 UTC");
    }

    @ParameterizedTest
    @CsvSource({"18d, true", "19d, true", "20d, false", "PT456H, true", "PT457H, false"})
    void aTtlCountsFromTheCreation(String ttl, boolean over) {
        assertThat(judge(tagged("lab:ttl", ttl)) instanceof Removable).isEqualTo(over);
    }

    @Test
    void aTtlCountsFromTheFirstSightWhereThatIsLater() {
        LabBucket bucket = tagged("lab:ttl", "7d");

        assertThat(JUDGE.judge(bucket, NOW.minus(Duration.ofDays(8)), NOW))
                .isInstanceOf(Removable.class);
        assertThat(JUDGE.judge(bucket, NOW.minus(Duration.ofDays(6)), NOW))
                .isInstanceOf(Keep.class);
        assertThat(JUDGE.judge(bucket, CREATED.minus(Duration.ofDays(99)), NOW))
                .isInstanceOf(Removable.class);
    }

    @Test
    void theDefaultLifetimeCountsOnlyWhereNoTagSaysOtherwise() {
        BucketJudge judge =
                new BucketJudge(
                        new BucketPolicy("lab-", Duration.ofDays(10), Set.of()),
                        LabTags.standard());

        assertThat(judge.judge(tagged(), null, NOW)).isInstanceOf(Removable.class);
        assertThat(judge.judge(tagged(), null, NOW).explanation().sentence())
                .contains("by the default lifetime of 10d");
        assertThat(judge.judge(tagged("lab:ttl", "30d"), null, NOW)).isInstanceOf(Keep.class);
        assertThat(judge.judge(tagged("lab:expires", "2026-12-01"), null, NOW))
                .isInstanceOf(Keep.class);
    }

    @Test
    void aBucketWithoutAnEndStays() {
        assertThat(keepReason(judge(tagged()))).isEqualTo(KeepReason.NO_END);
    }

    @Test
    void anUnreadableDateIsNamedWithWhatIsAllowed() {
        Verdict verdict = judge(tagged("lab:expires", "next Tuesday"));

        assertThat(unknownReason(verdict)).isEqualTo(UnknownReason.UNREADABLE_TAG);
        assertThat(verdict.explanation().sentence())
                .contains("lab:expires")
                .contains("\"next Tuesday\"")
                .contains("a date such as 2026-12-31");
    }

    @Test
    void anUnreadableKeepTagKeepsEvenWhatIsNamed() {
        LabBucket bucket = tagged("lab:keep", "perhaps", "lab:expires", "2026-01-01");

        assertThat(unknownReason(judge(bucket))).isEqualTo(UnknownReason.UNREADABLE_TAG);
        assertThat(JUDGE.judgeNamed(bucket, NOW)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "2026-12-31", "2026-11-20T10:00:01Z"})
    void aKeepTagKeepsEvenWhatIsNamed(String keep) {
        LabBucket bucket = tagged("lab:keep", keep, "lab:expires", "2026-01-01");

        assertThat(keepReason(judge(bucket))).isEqualTo(KeepReason.KEEP_TAG);
        assertThat(keepReason(JUDGE.judgeNamed(bucket, NOW))).isEqualTo(KeepReason.KEEP_TAG);
    }

    @Test
    void aBucketWithAnotherNameOrWithoutTheLabTagIsNoneOfOurs() {
        LabBucket other =
                bucket("web-logs", CREATED, Map.of("lab", "x", "lab:expires", "2020-01-01"));
        LabBucket untagged = bucket("lab-data", CREATED, Map.of("lab:expires", "2020-01-01"));

        assertThat(keepReason(judge(other))).isEqualTo(KeepReason.OTHER_NAME);
        assertThat(keepReason(JUDGE.judgeNamed(other, NOW))).isEqualTo(KeepReason.OTHER_NAME);
        assertThat(keepReason(judge(untagged))).isEqualTo(KeepReason.NOT_LAB);
        assertThat(keepReason(JUDGE.judgeNamed(untagged, NOW))).isEqualTo(KeepReason.NOT_LAB);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws-sam-cli-managed-default-samclisourcebucket-1a2b3c",
                "cf-templates-1a2b3c-us-east-1",
                "cdk-hnb659fds-assets-111122223333-us-east-1",
                "own",
            })
    void aBucketOfADeploymentStaysWhateverThePrefixIs(String name) {
        BucketJudge judge =
                new BucketJudge(
                        new BucketPolicy(name.substring(0, 2), null, Set.of("own")),
                        LabTags.standard());
        LabBucket bucket = bucket(name, CREATED, Map.of("lab", "x", "lab:expires", "2020-01-01"));

        assertThat(keepReason(judge.judge(bucket, null, NOW))).isEqualTo(KeepReason.OWN_THING);
        assertThat(keepReason(judge.judgeNamed(bucket, NOW))).isEqualTo(KeepReason.OWN_THING);
    }

    @Test
    void aBucketOfTheJanitorsOwnStackStaysAndOneOfALabsStackDoesNot() {
        assertThat(
                        keepReason(
                                judge(
                                        tagged(
                                                "aws:cloudformation:stack-name",
                                                "lab-janitor",
                                                "lab:expires",
                                                "2020-01-01"))))
                .isEqualTo(KeepReason.OWN_THING);
        assertThat(
                        judge(
                                tagged(
                                        "aws:cloudformation:stack-name",
                                        "networking-101",
                                        "lab:expires",
                                        "2020-01-01")))
                .isInstanceOf(Removable.class);
    }

    @Test
    void aCreationDateThatCannotBeTrueIsNoGroundForATtl() {
        Map<String, String> ttl = Map.of("lab", "x", "lab:ttl", "1h");

        assertThat(unknownReason(judge(bucket("lab-a", null, ttl))))
                .isEqualTo(UnknownReason.IMPLAUSIBLE);
        assertThat(unknownReason(judge(bucket("lab-a", NOW.plusSeconds(600), ttl))))
                .isEqualTo(UnknownReason.IMPLAUSIBLE);
        assertThat(unknownReason(judge(bucket("lab-a", Instant.EPOCH, ttl))))
                .isEqualTo(UnknownReason.IMPLAUSIBLE);
    }

    @Test
    void aMissingCreationDateDoesNotMatterToAnExpiryDate() {
        LabBucket bucket = bucket("lab-a", null, Map.of("lab", "x", "lab:expires", "2026-11-01"));

        assertThat(judge(bucket)).isInstanceOf(Removable.class);
        assertThat(JUDGE.end(bucket, null)).contains(Instant.parse("2026-11-02T00:00:00Z"));
    }

    @Test
    void aNamedBucketMayGoBeforeItsEnd() {
        assertThat(JUDGE.judgeNamed(tagged("lab:expires", "2030-01-01"), NOW))
                .isInstanceOfSatisfying(
                        Removable.class,
                        removable ->
                                assertThat(removable.reason()).isEqualTo(RemovableReason.NAMED));
    }

    private static Verdict judge(LabBucket bucket) {
        return JUDGE.judge(bucket, null, NOW);
    }

    private static LabBucket tagged(String... keysAndValues) {
        Map<String, String> tags = new HashMap<>(Map.of("lab", "networking-101"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            tags.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return bucket("lab-data", CREATED, tags);
    }

    private static LabBucket bucket(
            String name, @Nullable Instant created, Map<String, String> tags) {
        return new LabBucket(name, "us-east-1", created, tags);
    }

    private static @Nullable KeepReason keepReason(Verdict verdict) {
        return verdict instanceof Keep(KeepReason reason, var _) ? reason : null;
    }

    private static @Nullable UnknownReason unknownReason(Verdict verdict) {
        return verdict instanceof Unknown(UnknownReason reason, var _) ? reason : null;
    }
}
