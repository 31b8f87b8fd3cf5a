package org.labjanitor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labjanitor.cli.shell.Shell.Ran;
import org.labjanitor.cli.shell.SmallLab;
import org.labjanitor.simulator.s3.bucket.Bucket;

class UploadCommandTest {
    private final SmallLab lab = new SmallLab();

    @TempDir private Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/a.csv"), "a,b\n");
        Files.writeString(folder.resolve("data/b.txt"), "hello");
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aFolderIsThereAndSaidToBe() {
        Bucket bucket = lab.bucketIn("eu-west-1", "lab-ana");

        Ran ran = lab.shell().run("upload", data(), "s3://lab-ana/week-1/");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .containsSubsequence(
                        "Uploading to s3://lab-ana/week-1/  2 files, 9 bytes",
                        "Region    eu-west-1",
                        "Uploaded · 2 files, 9 bytes in ",
                        "S3 has confirmed the checksum of every one.");
        assertThat(bucket.objects().count()).isEqualTo(2);
    }

    @Test
    void aDryRunShowsWhatWouldGoWhere() {
        Bucket bucket = lab.bucket("lab-ana");

        Ran ran = lab.shell().run("upload", data() + "/", "s3://lab-ana", "--dry-run");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().replaceAll("\\s+", " "))
                .contains(
                        "s3://lab-ana/a.csv (4 bytes, text/csv)",
                        "s3://lab-ana/b.txt (5 bytes, text/plain)",
                        "Nothing was uploaded");
        assertThat(bucket.objects().count()).isZero();
    }

    @Test
    void oneThatCannotBeReadDoesNotStopTheOthers() throws IOException {
        Bucket bucket = lab.bucket("lab-ana");
        Files.createSymbolicLink(folder.resolve("data/loop"), folder.resolve("data"));

        Ran ran = lab.shell().run("upload", data(), "s3://lab-ana/");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err()).contains("loop was not uploaded: it is a link back");
        assertThat(ran.out()).contains("Uploaded in part · 2 files");
        assertThat(bucket.objects().count()).isEqualTo(2);
    }

    @Test
    void aDeniedUploadSaysWhichRightIsMissing() {
        lab.bucket("lab-ana");
        lab.lab().account(SmallLab.ACCOUNT).deny("s3:PutObject");

        Ran ran = lab.shell().run("upload", data(), "s3://lab-ana/");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("The credentials need the permission s3:PutObject");
    }

    @Test
    void aBucketThatIsNoneOfTheLabsNeedsAWord() {
        lab.bucket("lab-ana").tags(Map.of("team", "physics"));

        Ran refused = lab.shell().run("upload", data(), "s3://lab-ana/");
        Ran anyway = lab.shell().run("upload", data(), "s3://lab-ana/", "--any-bucket");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("has no tag \"lab\"", "--any-bucket");
        assertThat(anyway.exitCode()).isZero();
    }

    @Test
    void somebodyElsesBucketIsNamedAsSuch() {
        lab.lab().account(SmallLab.OTHER_ACCOUNT).region("us-east-1").buckets().create("lab-ana");

        Ran ran = lab.shell().run("upload", data(), "s3://lab-ana/");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("it belongs to another account");
    }

    @Test
    void ctrlCStopsAndTellsTheShell() {
        Bucket bucket = lab.bucket("lab-ana");

        Ran ran =
                lab.shell()
                        .interruptedBy(stopping -> {
                            stopping.run();
                            return () -> {};
                        })
                        .run("upload", data(), "s3://lab-ana/");

        assertThat(ran.exitCode()).isEqualTo(130);
        assertThat(ran.out()).contains("Stopped · 0 files");
        assertThat(ran.err()).contains("stopped: what is there is whole");
        assertThat(bucket.objects().count()).isZero();
    }

    @Test
    void programsGetADocument() throws IOException {
        lab.bucket("lab-ana");

        Ran ran = lab.shell().run("upload", data(), "s3://lab-ana/", "--json");

        assertThat(JSON.std.mapFrom(ran.out()))
                .containsEntry("files", 2)
                .containsEntry("bytes", 9)
                .containsEntry("stopped", false)
                .containsEntry("notUploaded", Map.of());
    }

    @Test
    void whatIsWrongIsNamed() {
        Ran noAddress = lab.shell().run("upload", data(), "lab-ana");
        Ran twoAddresses = lab.shell().run("upload", "s3://lab-ana/x", "s3://lab-ana/y");
        Ran twice = lab.shell().run("upload", data() + "/", data() + "/", "s3://lab-ana/");
        Ran nothing = lab.shell().run("upload", folder + "/missing", "s3://lab-ana/");

        assertThat(noAddress.exitCode()).isEqualTo(2);
        assertThat(noAddress.err()).contains("s3://lab-ana/data/");
        assertThat(twoAddresses.err()).contains("is not on this machine");
        assertThat(twice.err().replaceAll("\\s+", " ")).contains("would both become a.csv");
        assertThat(nothing.exitCode()).isEqualTo(1);
        assertThat(nothing.err()).contains("there is no such file", "nothing to upload");
    }

    private String data() {
        return folder.resolve("data").toString();
    }
}
