package org.labjanitor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labjanitor.cli.shell.Shell.Ran;
import org.labjanitor.cli.shell.SmallLab;
import org.labjanitor.simulator.s3.bucket.Bucket;

class ReportBucketsTest {
    private static final long GIGABYTE = 1_000_000_000;

    private final SmallLab lab = new SmallLab();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aReportShowsWhatABucketHoldsAndCosts() {
        Bucket bucket = lab.expiredBucket("lab-ana");
        bucket.objects().seed(100, "%03d"::formatted, GIGABYTE, "STANDARD", SmallLab.NOW);
        lab.bucket("lab-open");
        lab.lab().account(SmallLab.ACCOUNT).region("us-east-1").publishStorageMetrics(5);

        Ran ran = lab.shell().run("report", "buckets");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .containsSubsequence(
                        "Report on buckets  reads only",
                        "May go · 1 bucket · $2.1",
                        "NAME",
                        "REGION",
                        "CREATED",
                        "OWNER",
                        "OBJECTS",
                        "SIZE",
                        "A MONTH",
                        "lab-ana",
                        "us-east-1",
                        "2026-10-21",
                        "ada@example.org",
                        "100",
                        "100 GB",
                        "Its time was over at 2026-11-02 00:00 UTC, by its tag lab:expires.",
                        "Kept · 1 bucket",
                        "no end set",
                        "2 lab buckets examined: 1 may go",
                        "Complete.");
        assertThat(lab.hasBucket("lab-ana")).isTrue();
    }

    @Test
    void bucketsAreLookedForInAllRegions() {
        lab.expiredBucket("lab-ana");
        lab.bucketIn("eu-central-1", "lab-elsewhere");

        assertThat(lab.shell().run("report", "buckets").out()).contains("lab-elsewhere");
        assertThat(lab.shell().run("report", "buckets", "--region", "us-east-1").out())
                .doesNotContain("lab-elsewhere");
        assertThat(lab.shell().set("JANITOR_REGIONS", "us-east-1").run("report", "buckets").out())
                .doesNotContain("lab-elsewhere");
    }

    @Test
    void withoutARegionAnywhereTheyAreStillFound() {
        lab.expiredBucket("lab-ana");

        assertThat(lab.shell().withoutRegion().run("report", "buckets").exitCode()).isZero();
    }

    @Test
    void aLifetimeGivesThoseWithoutAnEndOne() {
        lab.bucket("lab-open");

        assertThat(lab.shell().run("report", "buckets", "--lifetime", "7d").out())
                .contains("May go · 1 bucket", "by the default lifetime of 7d");
        assertThat(lab.shell().run("report", "buckets", "--lifetime", "soon").err())
                .contains("--lifetime is \"soon\"");
    }

    @Test
    void theEvidenceNamesTheStorageClasses() {
        Bucket bucket = lab.expiredBucket("lab-ana");
        bucket.objects().put("a", 3 * GIGABYTE, "STANDARD", SmallLab.NOW);
        bucket.objects().put("b", 5 * GIGABYTE, "GLACIER", SmallLab.NOW);
        lab.lab().account(SmallLab.ACCOUNT).region("us-east-1").publishStorageMetrics(5);

        assertThat(lab.shell().run("report", "buckets", "--only", "lab-ana", "-v").out())
                .containsSubsequence(
                        "• GLACIER: 5.0 GB", "• STANDARD: 3.0 GB", "• tag lab:expires");
    }

    @Test
    void theNextStepsAreCommandsThatCanBeCopied() {
        lab.expiredBucket("lab-ana");

        assertThat(lab.shell().run("report", "buckets", "--region", "us-east-1").out())
                .contains(
                        "    aws s3control tag-resource --region us-east-1 --account-id 111122223333"
                                + " --resource-arn arn:aws:s3:::lab-ana --tags Key=lab:keep,Value=true\n")
                .contains(
                        "    janitor clean buckets --region us-east-1 --account 111122223333 --grace-hours 0\n")
                .contains("    janitor report buckets --region us-east-1 --verbose\n");
    }

    @Test
    void thePageOfTheResultCanBeKept(@TempDir Path folder) throws IOException {
        lab.expiredBucket("lab-ana");
        Path file = folder.resolve("page.html");

        Ran ran = lab.shell().run("report", "buckets", "--report", file.toString());

        assertThat(ran.exitCode()).isZero();
        assertThat(Files.readString(file)).startsWith("<!doctype html>").contains("lab-ana");
    }

    @Test
    void aPageThatCannotBeWrittenIsToldAfterTheResult(@TempDir Path folder) {
        lab.expiredBucket("lab-ana");
        Path file = folder.resolve("missing").resolve("page.html");

        Ran ran = lab.shell().run("report", "buckets", "--report", file.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).contains("May go");
        assertThat(ran.err().replaceAll("\\s+", " "))
                .contains("--report is \"", "no page could be written there", "NoSuchFile");
    }

    @Test
    void jsonIsTheResultDocumentAndNothingElse() throws IOException {
        lab.expiredBucket("lab-ana");

        Ran ran = lab.shell().run("report", "buckets", "--json");

        Map<String, Object> document = JSON.std.mapFrom(ran.out());
        assertThat(document).containsEntry("sweep", "buckets").containsEntry("mode", "report");
        assertThat(ran.err()).isEmpty();
    }
}
