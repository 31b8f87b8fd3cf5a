package org.labjanitor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labjanitor.cli.shell.Shell.Ran;
import org.labjanitor.cli.shell.SmallLab;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.Versioning;

class MakeBucketCommandTest {
    private final SmallLab lab = new SmallLab();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void theBucketIsThereWithOwnerEndAndLab() {
        Ran ran =
                lab.shell()
                        .run(
                                "mb",
                                "s3://lab-ana",
                                "--region",
                                "eu-west-1",
                                "--ttl",
                                "7d",
                                "--owner",
                                "ana@uni.example",
                                "--lab",
                                "java-101",
                                "--versioning");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .containsSubsequence(
                        "Made s3://lab-ana",
                        "account     111122223333",
                        "Region      eu-west-1",
                        "lab         java-101",
                        "owner       ana@uni.example",
                        "end         2026-11-27 10:00 UTC, by its tag lab:ttl",
                        "versioning  on");
        Bucket bucket = bucket("eu-west-1", "lab-ana");
        assertThat(bucket.region()).isEqualTo("eu-west-1");
        assertThat(bucket.versioning()).isEqualTo(Versioning.ENABLED);
        assertThat(bucket.tags())
                .containsOnly(
                        Map.entry("lab", "java-101"),
                        Map.entry("lab:owner", "ana@uni.example"),
                        Map.entry("lab:ttl", "7d"));
    }

    @Test
    void withoutWordsItIsALabOfItsOwnAndSaysThatItHasNoEnd() {
        Ran ran = lab.shell().run("mb", "lab-ana");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains("owner       none; warnings go to the admin", "end         none");
        assertThat(bucket("us-east-1", "lab-ana").tags()).containsOnly(Map.entry("lab", "lab-ana"));
    }

    @Test
    void programsGetADocument() throws IOException {
        Ran ran = lab.shell().run("mb", "lab-ana", "--expires", "2026-12-31", "--json");

        assertThat(JSON.std.mapFrom(ran.out()))
                .containsEntry("bucket", "lab-ana")
                .containsEntry("region", "us-east-1")
                .containsEntry("tags", Map.of("lab", "lab-ana", "lab:expires", "2026-12-31"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
"""
s3://my_first_bucket | my_first_bucket: an underscore is not allowed; lower-case letters, digits, dots and hyphens are; my-first-bucket would be legal
lab-ana --region eu-west-1a | "eu-west-1a", which is an Availability Zone; buckets are in whole Regions. Use --region eu-west-1
lab-ana --region europe | must be a Region such as eu-west-1
lab-ana --ttl soon | --ttl is "soon", but must be a length of time such as
lab-ana --expires tomorrow | --expires is "tomorrow", but must be a date such as 2026-12-31
lab-ana --expires 2026-11-01 | --expires is "2026-11-01", which is over already: it is 2026-11-20 10:00 UTC
lab-ana --ttl 7d --expires 2026-12-31 | exclude each other
lab-ana --owner ana<b> | the tag lab:owner cannot hold "ana<b>"
""")
    void whatIsWrongIsNamed(String words, String message) {
        Ran ran = lab.shell().run(("mb " + words).split(" ", -1));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(unwrapped(ran)).contains(message);
        assertThat(lab.hasBucket("lab-ana")).isFalse();
    }

    @Test
    void aNameThatTheJanitorWouldNeverCleanNeedsAWord() {
        Ran refused = lab.shell().run("mb", "ana");
        Ran anyway = lab.shell().run("mb", "ana", "--anyway");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(unwrapped(refused)).contains("does not begin with lab-", "Call it lab-ana");
        assertThat(anyway.exitCode()).isZero();
        assertThat(lab.hasBucket("ana")).isTrue();
    }

    @Test
    void aNameOfOnesOwnIsSaidToBeAndLeftAlone() {
        lab.bucketIn("eu-west-1", "lab-ana");
        Map<String, String> before = bucket("eu-west-1", "lab-ana").tags();

        Ran ran = lab.shell().run("mb", "lab-ana", "--ttl", "7d");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(unwrapped(ran)).contains("s3://lab-ana is yours already, in eu-west-1");
        assertThat(bucket("eu-west-1", "lab-ana").tags()).isEqualTo(before);
    }

    @Test
    void aNameThatSomebodyElseHasIsSaidToBeTaken() {
        lab.lab().account(SmallLab.OTHER_ACCOUNT).region("eu-west-1").buckets().create("lab-ana");

        Ran ran = lab.shell().run("mb", "lab-ana");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(unwrapped(ran))
                .contains("taken by another account", "lab-ana-111122223333 may be free");
    }

    @Test
    void aRegionThatIsNoneIsNamed() {
        Ran ran = lab.shell().run("mb", "lab-ana", "--region", "eu-west-9");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(unwrapped(ran)).contains("eu-west-9");
    }

    @Test
    void aLostAnswerIsNotMistakenForSomebodyElsesBucket() {
        lab.lab().faults().add(Fault.onCall(1, FaultKind.LOST, "CreateBucket"));

        Ran ran = lab.shell().run("mb", "lab-ana", "--region", "eu-west-1");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
    }

    @Test
    void aBucketThatDoesNotGetAllIsDeletedAgain() {
        lab.lab().account(SmallLab.ACCOUNT).deny("s3:PutBucketVersioning");

        Ran ran = lab.shell().run("mb", "lab-ana", "--versioning");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(unwrapped(ran))
                .contains("s3:PutBucketVersioning", "The empty bucket was deleted again");
        assertThat(lab.hasBucket("lab-ana")).isFalse();
    }

    @Test
    void tagsThatCannotBeReadBackAreSaid() {
        lab.lab().account(SmallLab.ACCOUNT).deny("s3:GetBucketTagging");

        Ran ran = lab.shell().run("mb", "lab-ana");

        assertThat(ran.exitCode()).isZero();
        assertThat(unwrapped(ran)).contains("could not be read back", "s3:GetBucketTagging");
    }

    @Test
    void dotsAreWarnedOf() {
        Ran ran = lab.shell().run("mb", "lab-ana.notes");

        assertThat(ran.exitCode()).isZero();
        assertThat(unwrapped(ran)).contains("HTTPS fails", "lab-ana-notes has no such trouble");
    }

    private Bucket bucket(String region, String name) {
        return lab.lab()
                .account(SmallLab.ACCOUNT)
                .region(region)
                .buckets()
                .find(name)
                .orElseThrow();
    }

    private static String unwrapped(Ran ran) {
        return ran.err().replaceAll("\\s+", " ");
    }
}
