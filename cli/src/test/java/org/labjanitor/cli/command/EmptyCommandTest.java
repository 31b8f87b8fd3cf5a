package org.labjanitor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.cli.shell.Shell.Ran;
import org.labjanitor.cli.shell.SmallLab;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.Setting;
import org.labjanitor.simulator.s3.bucket.Versioning;
import software.amazon.awssdk.services.s3.model.IndexDocument;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.WebsiteConfiguration;

class EmptyCommandTest {
    private static final String DENY =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\","
                    + "\"Action\":\"s3:DeleteObject*\",\"Resource\":\"arn:aws:s3:::lab-ana/*\"}]}";

    private final SmallLab lab = new SmallLab();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void theBucketsNameAsAnAnswerEmptiesAndDeletesIt() {
        Bucket bucket = lab.bucket("lab-ana");
        bucket.objects().seed(2_500, number -> "results/%05d.csv".formatted(number));
        bucket.objects().openUpload("results/big.bin");

        Ran ran = lab.shell().typing("lab-ana").run("empty", "s3://lab-ana");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .containsSubsequence(
                        "Emptying s3://lab-ana",
                        "account     111122223333",
                        "Region      us-east-1",
                        "versioning  was never on",
                        "lab         networking-101",
                        "owner       ada@example.org",
                        "This DELETES everything in it for good, and the bucket too.",
                        "Type its name to go on",
                        "Gone · s3://lab-ana",
                        "Deleted 2,500 objects and 1 open upload (2.6 MB)");
        assertThat(lab.hasBucket("lab-ana")).isFalse();
    }

    @Test
    void aPersonSeesHowMuchThereIsToLoseBeforeTheQuestion() {
        lab.bucket("lab-ana").objects().seed(2_500, number -> "results/%05d.csv".formatted(number));
        lab.lab().account(SmallLab.ACCOUNT).region("us-east-1").publishStorageMetrics(2);

        Ran ran = lab.shell().typing("").run("empty", "s3://lab-ana");

        assertThat(ran.out())
                .containsSubsequence(
                        "holds       2,500 objects, 2.6 MB, as of 2026-11-",
                        "This DELETES everything in it for good");
    }

    @Test
    void aSizeThatIsNotKnownStopsNobody() {
        lab.bucket("lab-ana");
        lab.bucket("lab-bob");

        Ran young = lab.shell().typing("lab-ana").run("empty", "s3://lab-ana");
        lab.lab().account(SmallLab.ACCOUNT).deny("cloudwatch:GetMetricData");
        Ran denied = lab.shell().typing("lab-bob").run("empty", "s3://lab-bob");

        assertThat(young.out()).contains("(size unknown: no storage metrics yet)");
        assertThat(young.exitCode()).isZero();
        assertThat(denied.out()).contains("(size unknown: cloudwatch:GetMetricData in us-east-1");
        assertThat(denied.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "lab-anna", "s3://lab-ana"})
    void anyOtherAnswerDeletesNothing(String answer) {
        Bucket bucket = lab.bucket("lab-ana");
        bucket.objects().seed(3, number -> "key-" + number);

        Ran ran = lab.shell().typing(answer).run("empty", "lab-ana");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("That is not its name. Nothing was deleted.");
        assertThat(bucket.objects().count()).isEqualTo(3);
    }

    @Test
    void whatTheOwnerSaysWhileThePersonThinksStillCounts() {
        Bucket bucket = lab.bucket("lab-ana");
        bucket.objects().seed(3, number -> "key-" + number);

        Ran ran =
                lab.shell()
                        .typing("lab-ana")
                        .meanwhile(() -> bucket.tags(Map.of("lab", "course", "lab:keep", "true")))
                        .run("empty", "lab-ana");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("Its owner said keep");
        assertThat(bucket.objects().count()).isEqualTo(3);
    }

    @Test
    void withoutAnyoneToAskItRefuses() {
        lab.bucket("lab-ana");

        Ran ran = lab.shell().run("empty", "lab-ana");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("standard input is no terminal", "--yes");
        assertThat(lab.hasBucket("lab-ana")).isTrue();
    }

    @Test
    void yesAsksNothingAndPrintsTheAccount() {
        lab.bucket("lab-ana").objects().seed(10, number -> "key-" + number);

        Ran ran = lab.shell().run("empty", "lab-ana", "--yes");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("account     111122223333").doesNotContain("Type its name");
        assertThat(lab.hasBucket("lab-ana")).isFalse();
    }

    @Test
    void keepBucketLeavesItThereEmpty() {
        Bucket bucket = lab.bucket("lab-ana");
        bucket.objects().seed(10, number -> "key-" + number);

        Ran ran = lab.shell().run("empty", "lab-ana", "--keep-bucket", "--yes");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("the bucket stays", "Empty · s3://lab-ana");
        assertThat(lab.hasBucket("lab-ana")).isTrue();
        assertThat(bucket.objects().isEmpty()).isTrue();
    }

    @Test
    void versionsGoOnlyWhereThatIsSaid() {
        Bucket bucket = lab.bucket("lab-ana");
        bucket.versioning(Versioning.SUSPENDED);
        bucket.objects().seedVersions(20, number -> "key-" + number, 3, true);

        Ran refused = lab.shell().run("empty", "lab-ana", "--yes");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("every version", "add --all-versions");
        assertThat(bucket.objects().versions()).isEqualTo(60);

        Ran done = lab.shell().run("empty", "lab-ana", "--yes", "--all-versions");
        assertThat(done.exitCode()).isZero();
        assertThat(done.out()).contains("Deleted 60 versions and 20 delete markers (61.4 kB)");
        assertThat(lab.hasBucket("lab-ana")).isFalse();
    }

    @Test
    void oddKeysGoLikeAnyOther() {
        List<String> keys =
                List.of(
                        " ", "a b", "a+b", "a%2Fb", "実験/🚀", "<&>\"'", "tab\t", "line\n", "\u0001",
                        "/", "..");
        Bucket bucket = lab.bucket("lab-ana");
        keys.forEach(key -> bucket.objects().put(key, 1, "STANDARD", SmallLab.NOW));

        Ran ran = lab.shell().run("empty", "lab-ana", "--yes");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("Deleted 11 objects (11 bytes)");
        assertThat(lab.hasBucket("lab-ana")).isFalse();
    }

    @Test
    void aBucketElsewhereIsFoundWhateverTheRegionSays() {
        Bucket bucket = lab.bucketIn("eu-central-1", "lab-ana");
        bucket.objects().seed(5, number -> "key-" + number);

        Ran ran = lab.shell().run("empty", "lab-ana", "--yes", "--region", "us-west-2");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("Region      eu-central-1");
        assertThat(bucket.objects().isEmpty()).isTrue();
    }

    @Test
    void anEndpointMayHaveANameInsteadOfAnAddress() {
        lab.bucket("lab-ana").objects().seed(5, number -> "key-" + number);
        String endpoint = "http://localhost:" + lab.lab().endpoint().getPort();

        Ran ran = lab.shell().run("empty", "lab-ana", "--yes", "--endpoint-url", endpoint);

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(lab.hasBucket("lab-ana")).isFalse();
    }

    @Test
    void objectLockIsNotWorkedAround() {
        Bucket bucket = lab.bucket("lab-ana");
        bucket.versioning(Versioning.ENABLED);
        bucket.setting(
                Setting.OBJECT_LOCK,
                ObjectLockConfiguration.builder()
                        .objectLockEnabled(ObjectLockEnabled.ENABLED)
                        .build());
        bucket.objects().putVersion("exam.pdf", 1, SmallLab.NOW);

        Ran ran = lab.shell().run("empty", "lab-ana", "--yes", "--all-versions", "--any-bucket");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("Object Lock is on");
        assertThat(bucket.objects().versions()).isEqualTo(1);
    }

    @Test
    void aPolicyThatDeniesDeletingHolds() {
        Bucket bucket = lab.bucket("lab-ana");
        bucket.policy(DENY);
        bucket.objects().seed(5, number -> "key-" + number);

        Ran ran = lab.shell().run("empty", "lab-ana", "--yes");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("policy");
        assertThat(bucket.objects().count()).isEqualTo(5);
    }

    @Test
    void everythingThatSpeaksAgainstItIsSaidAtOnce() {
        Bucket bucket = lab.bucket("lab-ana");
        bucket.tags(Map.of("lab:keep", "true"));
        bucket.setting(
                Setting.WEBSITE,
                WebsiteConfiguration.builder()
                        .indexDocument(IndexDocument.builder().suffix("index.html").build())
                        .build());

        Ran ran = lab.shell().run("empty", "lab-ana", "--yes");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("website", "--any-bucket", "Its owner said keep");
        assertThat(lab.hasBucket("lab-ana")).isTrue();
    }

    @Test
    void aBucketWithoutTheLabTagNeedsAWordMore() {
        Bucket bucket = lab.bucket("payroll");
        bucket.tags(Map.of());

        assertThat(lab.shell().run("empty", "payroll", "--yes").err())
                .contains("It has no tag \"lab\"", "--any-bucket");
        assertThat(lab.hasBucket("payroll")).isTrue();
        assertThat(lab.shell().run("empty", "payroll", "--yes", "--any-bucket").exitCode())
                .isZero();
        assertThat(lab.hasBucket("payroll")).isFalse();
    }

    @Test
    void tagsThatCannotBeReadKeepIt() {
        Bucket bucket = lab.bucket("lab-ana");
        lab.lab().account(SmallLab.ACCOUNT).deny("s3:GetBucketTagging");

        Ran ran = lab.shell().run("empty", "lab-ana", "--yes", "--any-bucket");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err().replaceAll("\\s+", " "))
                .contains("Its tags cannot be read", "need the permission s3:GetBucketTagging");
        assertThat(lab.hasBucket(bucket.name())).isTrue();
    }

    @Test
    void anotherAccountsBucketIsLeftAlone() {
        Bucket theirs =
                lab.lab()
                        .account(SmallLab.OTHER_ACCOUNT)
                        .region("us-east-1")
                        .buckets()
                        .create("lab-theirs");
        theirs.objects().seed(5, number -> "key-" + number);

        Ran ran = lab.shell().run("empty", "lab-theirs", "--yes", "--any-bucket");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("does not belong to the account 111122223333");
        assertThat(theirs.objects().count()).isEqualTo(5);
    }

    @Test
    void aBucketThatIsNotThereIsSaidNotToBe() {
        Ran ran = lab.shell().run("empty", "lab-nowhere", "--yes");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("janitor: There is no such bucket any more.\n");
    }

    @Test
    void theWrongAccountLooksAtNothing() {
        lab.bucket("lab-ana");

        Ran ran = lab.shell().run("empty", "lab-ana", "--yes", "--account", "999988887777");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("wrong account");
        assertThat(lab.hasBucket("lab-ana")).isTrue();
    }

    @Test
    void aKeyIsNoBucket() {
        Ran ran = lab.shell().run("empty", "s3://lab-ana/results/", "--yes");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("names a key or a prefix in a bucket");
    }

    @Test
    void jsonIsOneDocumentAndTheRestGoesToTheMessages() throws IOException {
        Bucket bucket = lab.bucket("lab-ana");
        bucket.versioning(Versioning.ENABLED);
        bucket.objects().seedVersions(10, number -> "key-" + number, 2, true);

        Ran ran = lab.shell().run("empty", "lab-ana", "--yes", "--all-versions", "--json");

        assertThat(ran.exitCode()).isZero();
        assertThat(JSON.std.mapFrom(ran.out()))
                .containsEntry("bucket", "lab-ana")
                .containsEntry("account", SmallLab.ACCOUNT)
                .containsEntry("region", "us-east-1")
                .containsEntry("outcome", "removed")
                .containsEntry("end", "empty")
                .containsEntry("versions", 20)
                .containsEntry("markers", 10)
                .containsEntry("bytes", 20 * 1024)
                .containsKeys("seconds", "keysPerSecond", "throttles")
                .containsEntry("refusals", List.of());
        assertThat(ran.err()).contains("Emptying s3://lab-ana").doesNotContain("Gone");
    }

    @Test
    void whatIsRefusedKeyByKeyIsToldWithItsMeaning() {
        Bucket bucket = lab.bucket("lab-ana");
        bucket.versioning(Versioning.ENABLED);
        bucket.objects().putVersion("exam.pdf", 1, SmallLab.NOW);
        bucket.objects().putVersion("notes.txt", 1, SmallLab.NOW);
        bucket.objects().legalHold("exam.pdf", null, true);

        Ran ran = lab.shell().run("empty", "lab-ana", "--yes", "--all-versions");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out())
                .containsSubsequence(
                        "Refused · s3://lab-ana",
                        "Deleted 1 version",
                        "Refused: 1 key, AccessDenied",
                        "An Object Lock or legal hold",
                        "• exam.pdf");
        assertThat(lab.hasBucket("lab-ana")).isTrue();
    }

    @Test
    void aStopEndsItAtTheNextGoodMomentAndTheSameCommandGoesOn() {
        Bucket bucket = lab.bucket("lab-ana");
        bucket.objects().seed(20_000, number -> "key-%05d".formatted(number));

        Ran stopped =
                lab.shell()
                        .watching(100)
                        .interruptedBy(stopping -> {
                            Thread.ofVirtual()
                                    .start(() -> stopOnceSomethingIsGone(bucket, stopping));
                            return () -> {};
                        })
                        .run("empty", "lab-ana", "--yes");

        assertThat(stopped.exitCode()).isEqualTo(130);
        assertThat(stopped.out()).contains("Stopped · s3://lab-ana");
        assertThat(stopped.err())
                .contains("Stopping, Ctrl-C again quits at once: ")
                .containsPattern(
                        "stopped: [\\d,]+ of (at least )?[\\d,]+ keys are gone, the bucket is");
        assertThat(bucket.objects().count()).isBetween(1L, 19_999L);

        assertThat(lab.shell().run("empty", "lab-ana", "--yes").exitCode()).isZero();
        assertThat(lab.hasBucket("lab-ana")).isFalse();
    }

    private static void stopOnceSomethingIsGone(Bucket bucket, Runnable stopping) {
        while (bucket.objects().count() == 20_000) {
            Thread.onSpinWait();
        }
        stopping.run();
    }

    @Test
    void progressIsShownOnATerminalAndWipedOut() {
        lab.bucket("lab-ana").objects().seed(5_000, number -> "key-%05d".formatted(number));

        Ran ran = lab.shell().watching(80).run("empty", "lab-ana", "--yes");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).contains("\r\u001b[KEmptying: ").endsWith("\r\u001b[K");
    }
}
