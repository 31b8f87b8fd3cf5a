package org.labjanitor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labjanitor.cli.shell.Shell.Ran;
import org.labjanitor.cli.shell.SmallLab;
import org.labjanitor.simulator.s3.bucket.Bucket;

class KeepCommandTest {
    private final SmallLab lab = new SmallLab();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aKeptInstanceIsKeptForTheJanitorToo() {
        String id = lab.idle("sandbox");

        Ran ran = lab.shell().run("keep", id, "--until", "2026-12-31", "--reason", "exam");
        Ran report = lab.shell().run("report", "instances");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .containsSubsequence(
                        "Kept " + id + " · until 2027-01-01 00:00 UTC",
                        "lab:keep         2026-12-31, before: none",
                        "lab:keep-reason  exam, before: none");
        assertThat(ran.err()).contains("the janitor's next run takes the warning back");
        assertThat(report.out()).contains("keep tag").doesNotContain("May go");
    }

    @Test
    void aBucketKeepsAllItsOtherTags() {
        Bucket bucket = lab.bucketIn("eu-west-1", "lab-ana");
        Map<String, String> before = Map.copyOf(bucket.tags());

        Ran ran = lab.shell().run("keep", "s3://lab-ana", "--forever");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("Kept s3://lab-ana · for good");
        Map<String, String> expected = new HashMap<>(before);
        expected.put("lab:keep", "true");
        assertThat(bucket.tags()).isEqualTo(expected);
    }

    @Test
    void theSystemsTagsOfABucketGoWithTheOthers() {
        Bucket bucket = lab.bucket("lab-ana");
        bucket.tags(Map.of("lab", "course", "aws:cloudformation:stack-name", "course"));

        Ran ran = lab.shell().run("keep", "s3://lab-ana", "--forever");

        assertThat(ran.err()).doesNotContain("not kept");
        assertThat(bucket.tags())
                .containsOnlyKeys("lab", "lab:keep", "aws:cloudformation:stack-name");
    }

    @Test
    void tagsThatCannotBeReadAreNotReplaced() {
        Bucket bucket = lab.bucket("lab-ana");
        lab.lab().account(SmallLab.ACCOUNT).deny("s3:GetBucketTagging");

        Ran ran = lab.shell().run("keep", "s3://lab-ana", "--forever");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("s3:GetBucketTagging");
        assertThat(bucket.tags()).doesNotContainKey("lab:keep");
    }

    @Test
    void tagsThatCannotBeWrittenAreSaid() {
        lab.bucket("lab-ana");
        String id = lab.idle("sandbox");
        lab.lab().account(SmallLab.ACCOUNT).deny("s3:PutBucketTagging");

        Ran ran = lab.shell().run("keep", "s3://lab-ana", id, "--forever");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err()).contains("s3://lab-ana is not kept", "s3:PutBucketTagging");
        assertThat(ran.out()).contains("Kept " + id);
    }

    @Test
    void whatIsNoneOfTheLabsStaysAsItIs() {
        Bucket bucket = lab.bucket("lab-ana");
        bucket.tags(Map.of("team", "physics"));

        Ran ran = lab.shell().run("keep", "s3://lab-ana", "--forever");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("it has no tag lab");
        assertThat(bucket.tags()).containsOnly(Map.entry("team", "physics"));
    }

    @Test
    void somebodyElsesBucketIsNamedAsSuch() {
        lab.lab().account(SmallLab.OTHER_ACCOUNT).region("us-east-1").buckets().create("lab-ana");

        Ran ran = lab.shell().run("keep", "s3://lab-ana", "--forever");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("it belongs to another account");
    }

    @Test
    void programsGetADocument() throws IOException {
        lab.bucket("lab-ana");

        Ran ran = lab.shell().run("keep", "s3://lab-ana", "s3://lab-bob", "--forever", "--json");

        assertThat(JSON.std.mapFrom(ran.out()))
                .containsEntry("kept", List.of("s3://lab-ana"))
                .containsEntry("tags", Map.of("lab:keep", "true"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
"""
s3://lab-ana | say how long: --until 2026-12-31, or --forever
s3://lab-ana --until 2026-12-31 --forever | not both
s3://lab-ana --until soon | --until is "soon", but must be a date such as 2026-12-31
s3://lab-ana --until 2026-11-19 | which is over already
lab-ana --forever | is neither an instance's id
""")
    void whatIsWrongIsNamed(String words, String message) {
        lab.bucket("lab-ana");

        Ran ran = lab.shell().run(("keep " + words).split(" ", -1));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err().replaceAll("\\s+", " ")).contains(message);
    }

    @Test
    void anInstanceThatIsElsewhereSaysHowToFindIt() {
        String id = lab.busyIn("eu-west-1", "far");

        Ran missed = lab.shell().run("keep", id, "--forever");
        Ran found = lab.shell().run("keep", id, "--forever", "--all-regions");

        assertThat(missed.exitCode()).isEqualTo(1);
        assertThat(missed.err()).contains("is not in us-east-1", "--all-regions");
        assertThat(found.exitCode()).isZero();
    }
}
