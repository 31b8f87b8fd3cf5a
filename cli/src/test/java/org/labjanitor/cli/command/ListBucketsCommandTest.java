package org.labjanitor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.cli.shell.Shell.Ran;
import org.labjanitor.cli.shell.SmallLab;
import org.labjanitor.simulator.s3.bucket.Bucket;

class ListBucketsCommandTest {
    private final SmallLab lab = new SmallLab();

    @BeforeEach
    void buckets() {
        lab.expiredBucket("lab-ana").objects().seed(2_500, number -> "key-" + number);
        Bucket bob = lab.bucketIn("eu-west-1", "lab-bob");
        bob.tags(Map.of("lab", "chemistry", "lab:owner", "bob@uni.example", "lab:ttl", "40d"));
        bob.createdAt(SmallLab.NOW.minus(Duration.ofDays(30)));
        lab.bucket("lab-kept").tags(Map.of("lab", "course", "lab:keep", "true"));
        lab.lab().account(SmallLab.ACCOUNT).region("us-east-1").publishStorageMetrics(2);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void everyBucketHasARowWithTheReportsVerdict() {
        Ran ran = lab.shell().run("buckets");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .containsPattern("NAME +REGION +OWNER +AGE +OBJECTS +ENDS +SIZE +A MONTH +VERDICT")
                .containsPattern(
                        "lab-ana +us-east-1 +ada@example.org +30 d +2,500 +18 d ago +2.6 MB +\\$0.00 +expired")
                .containsPattern(
                        "lab-bob +eu-west-1 +bob@uni.example +30 d .*in 10 d +.*not expired")
                .containsPattern("lab-kept +us-east-1 +no owner .* keep tag")
                .contains("3 buckets, 2.6 MB", "1 may go");
    }

    @Test
    void itFitsANarrowTerminal() {
        Ran ran = lab.shell().watching(80).run("buckets");

        assertThat(ran.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(ran.out()).contains("eu-west-1 · bob@uni.example · 30 d old", "not expired");
    }

    @Test
    void aNameThatDoesNotFitStandsWholeBeneath() {
        String name = "lab-with-a-name-that-somebody-has-to-be-able-to-copy";
        lab.bucket(name);

        assertThat(lab.shell().watching(80).run("buckets", "--only", name).out())
                .contains("\n  " + name + " · us-east-1");
    }

    @Test
    void rowsCanBeChosen() {
        assertThat(names(lab.shell().run("buckets", "--owner", "bob@uni.example")))
                .containsExactly("lab-bob");
        assertThat(names(lab.shell().run("buckets", "--verdict", "may-go,kept")))
                .containsExactly("lab-ana", "lab-bob", "lab-kept");
        assertThat(names(lab.shell().run("buckets", "--verdict", "may-go")))
                .containsExactly("lab-ana");
        assertThat(names(lab.shell().run("buckets", "--only", "lab-kept")))
                .containsExactly("lab-kept");
        assertThat(lab.shell().run("buckets", "--owner", "nobody").out())
                .contains("None of 3 buckets is like that.");
        assertThat(lab.shell().run("buckets", "--verdict", "old").err())
                .contains("--verdict is \"old\", but must be one of may-go, unknown, kept");
    }

    @Test
    void programsGetADocument() throws IOException {
        Ran ran = lab.shell().run("buckets", "--json", "--only", "lab-ana");

        assertThat(JSON.std.mapFrom(ran.out())).containsKeys("account", "time", "notExamined");
        assertThat(ran.out())
                .containsSubsequence(
                        "\"name\" : \"lab-ana\"",
                        "\"created\" : \"2026-10-21T10:00:00Z\"",
                        "\"end\" : \"2026-11-02T00:00:00Z\"",
                        "\"objects\" : 2500",
                        "\"verdict\" : \"may-go\"",
                        "\"reason\" : \"expired\"");
    }

    @Test
    void whatCannotBeReadIsSaid() {
        lab.lab().account(SmallLab.ACCOUNT).deny("s3:GetBucketTagging");

        Ran ran = lab.shell().run("buckets");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out() + ran.err()).contains("tags not to be had");
    }

    @Test
    void anAccountWithoutBucketsIsSaidToHaveNone() {
        Ran ran = lab.shell().signWith(lab.lab().accessKey(SmallLab.OTHER_ACCOUNT)).run("buckets");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("444455556666 has no bucket of the lab");
    }

    private static List<String> names(Ran ran) {
        return ran.out()
                .lines()
                .filter(line -> line.startsWith("lab-"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }
}
