package org.labjanitor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.cli.shell.Shell.Ran;
import org.labjanitor.cli.shell.SmallLab;
import org.labjanitor.simulator.s3.bucket.Bucket;

class CleanBucketsTest {
    private static final String[] YES = {
        "clean", "buckets", "--grace-hours=0", "--account=" + SmallLab.ACCOUNT, "--yes"
    };

    private final SmallLab lab = new SmallLab();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void theAccountsIdAsAnAnswerRemovesWhatWasShown() {
        lab.expiredBucket("lab-ana").objects().seed(1_500, "key-%04d"::formatted);
        lab.bucket("lab-open");

        Ran ran =
                lab.shell().typing(SmallLab.ACCOUNT).run("clean", "buckets", "--grace-hours", "0");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .containsSubsequence(
                        "Report on buckets",
                        "May go · 1 bucket",
                        "This EMPTIES AND DELETES 1 bucket in account 111122223333, and no others:",
                        "• lab-ana\n",
                        "What is deleted does not come back",
                        "Type the account id to go on",
                        "Cleaning up buckets",
                        "Removed · 1 bucket",
                        "Deleted: 1,500 versions (1.5 MB).",
                        "Of those that may go: 1 removed.",
                        "Deleted in all: 1,500 versions (1.5 MB).");
        assertThat(lab.hasBucket("lab-ana")).isFalse();
        assertThat(lab.hasBucket("lab-open")).isTrue();
    }

    @Test
    void anyOtherAnswerRemovesNothing() {
        lab.expiredBucket("lab-ana");

        Ran ran = lab.shell().typing("yes").run("clean", "buckets", "--grace-hours", "0");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("Nothing was removed.");
        assertThat(lab.hasBucket("lab-ana")).isTrue();
    }

    @Test
    void theMissingGraceHasToBeSpelledOut() {
        Ran ran = lab.shell().typing(SmallLab.ACCOUNT).run("clean", "buckets");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--grace-hours is missing");
    }

    @Test
    void anyOtherGraceIsRefusedBeforeAnythingIsLookedAt() {
        Ran ran = lab.shell().typing(SmallLab.ACCOUNT).run("clean", "buckets", "--grace-hours=24");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--grace-hours is 24");
    }

    @Test
    void withoutAQuestionNothingGoesButWhatALookHasShownToBeOver() {
        lab.expiredBucket("lab-ana");
        lab.bucket("lab-open");

        Ran ran = lab.shell().run(YES);

        assertThat(ran.exitCode()).isZero();
        assertThat(lab.hasBucket("lab-ana")).isFalse();
        assertThat(lab.hasBucket("lab-open")).isTrue();
    }

    @Test
    void keptBucketsStayEmpty() {
        Bucket bucket = lab.expiredBucket("lab-ana");
        bucket.objects().seed(10, "key-%04d"::formatted);

        Ran ran =
                lab.shell()
                        .typing(SmallLab.ACCOUNT)
                        .run("clean", "buckets", "--grace-hours=0", "--after=keep");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .containsSubsequence(
                        "This EMPTIES 1 bucket", "The empty buckets stay.", "Emptied · 1 bucket");
        assertThat(lab.hasBucket("lab-ana")).isTrue();
        assertThat(bucket.objects().isEmpty()).isTrue();
    }

    @Test
    void theBudgetOfKeysLeavesTheRestToTheNextRun() {
        Bucket bucket = lab.expiredBucket("lab-ana");
        bucket.objects().seed(3_000, "key-%04d"::formatted);

        Ran ran =
                lab.shell()
                        .run(
                                "clean",
                                "buckets",
                                "--grace-hours=0",
                                "--account=" + SmallLab.ACCOUNT,
                                "--budget-keys=1000",
                                "--yes");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out())
                .contains("Emptied in part · 1 bucket", "budget of keys", "Go on with the rest");
        assertThat(bucket.objects().count()).isEqualTo(2_000);
    }

    @Test
    void aBucketCanBeNamedOutrightWithAReason() {
        lab.bucket("lab-open");

        Ran refused =
                lab.shell().typing(SmallLab.ACCOUNT).run("clean", "buckets", "--delete=lab-open");
        Ran done =
                lab.shell()
                        .typing(SmallLab.ACCOUNT)
                        .run("clean", "buckets", "--delete=lab-open", "--reason=course is over");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("--reason is missing");
        assertThat(done.exitCode()).isZero();
        assertThat(lab.hasBucket("lab-open")).isFalse();
    }

    @Test
    void faultsAreToldInOptions() {
        Ran ran =
                lab.shell()
                        .typing("")
                        .run(
                                "clean",
                                "buckets",
                                "--grace-hours=0",
                                "--budget-keys=all",
                                "--budget-gigabytes=-1",
                                "--after=burn",
                                "--only=A");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err())
                .contains(
                        "--budget-keys is \"all\"",
                        "--budget-gigabytes is -1",
                        "--after is \"burn\"",
                        "--only holds \"A\"");
    }

    @Test
    void yesWithTheAccountAsksNothing() throws IOException {
        lab.expiredBucket("lab-ana").objects().seed(10, "key-%04d"::formatted);

        Ran ran = lab.shell().run(with("--json"));

        assertThat(ran.exitCode()).isZero();
        assertThat(JSON.std.mapFrom(ran.out())).containsEntry("mode", "clean");
        assertThat(lab.hasBucket("lab-ana")).isFalse();
    }

    @Test
    void progressIsShownOnATerminal() {
        lab.expiredBucket("lab-ana").objects().seed(5_000, "key-%04d"::formatted);

        Ran ran = lab.shell().watching(100).run(YES);

        assertThat(ran.err())
                .contains("\r\u001b[KLooking: 1 bucket, ", "\r\u001b[KEmptying 1 bucket, 0 settled")
                .endsWith("\r\u001b[K");
    }

    @Test
    void aStopEndsItAtTheNextGoodMoment() {
        Bucket bucket = lab.expiredBucket("lab-ana");
        bucket.objects().seed(20_000, "key-%05d"::formatted);

        Ran ran =
                lab.shell()
                        .watching(100)
                        .interruptedBy(stopping -> {
                            Thread.ofVirtual()
                                    .start(() -> {
                                        while (bucket.objects().count() == 20_000) {
                                            Thread.onSpinWait();
                                        }
                                        stopping.run();
                                    });
                            return () -> {};
                        })
                        .run(YES);

        assertThat(ran.exitCode()).isEqualTo(130);
        assertThat(ran.out()).contains("Emptied in part · 1 bucket", "Go on with the rest");
        assertThat(bucket.objects().count()).isBetween(1L, 19_999L);
    }

    private static String[] with(String option) {
        String[] words = java.util.Arrays.copyOf(YES, YES.length + 1);
        words[YES.length] = option;
        return words;
    }
}
