package org.labjanitor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.cli.shell.Shell.Ran;
import org.labjanitor.cli.shell.SmallLab;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.Versioning;

class RemoveBucketCommandTest {
    private final SmallLab lab = new SmallLab();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void anEmptyBucketGoes() {
        lab.bucket("lab-ana");

        Ran ran = lab.shell().run("rb", "s3://lab-ana");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("Gone · s3://lab-ana");
        assertThat(lab.hasBucket("lab-ana")).isFalse();
    }

    @Test
    void oneThatHoldsAnythingIsRefusedAndWhatIsInItIsNamed() {
        Bucket bucket = lab.bucket("lab-ana");
        bucket.versioning(Versioning.ENABLED);
        bucket.objects().putVersion("a", 10, SmallLab.NOW);
        bucket.objects().deleteMarker("a");

        Ran ran = lab.shell().run("rb", "s3://lab-ana");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err().replaceAll("\\s+", " "))
                .contains(
                        "it holds 1 object and 1 delete marker.",
                        "janitor rb s3://lab-ana --force --all-versions");
        assertThat(bucket.objects().versions()).isEqualTo(1);
    }

    @Test
    void manyObjectsAreCountedAsFarAsOneLookGoes() {
        lab.bucket("lab-ana").objects().seed(1_001, number -> "key-" + number);

        assertThat(lab.shell().run("rb", "s3://lab-ana").err())
                .contains("it holds at least 1,000 objects.");
    }

    @Test
    void withForceItIsAnEmptyingThatAsks() {
        lab.bucket("lab-ana").objects().seed(10, number -> "key-" + number);

        Ran no = lab.shell().typing("no").run("rb", "s3://lab-ana", "--force");
        boolean isThere = lab.hasBucket("lab-ana");
        Ran yes = lab.shell().typing("lab-ana").run("rb", "s3://lab-ana", "--force");

        assertThat(no.exitCode()).isEqualTo(1);
        assertThat(isThere).isTrue();
        assertThat(yes.exitCode()).isZero();
        assertThat(yes.out()).contains("Deleted 10 objects");
        assertThat(lab.hasBucket("lab-ana")).isFalse();
    }

    @Test
    void whatIsProtectedOrNoneOfTheLabsStays() {
        lab.bucket("lab-ana").tags(Map.of("lab", "course", "lab:keep", "true"));
        lab.bucket("lab-bob").tags(Map.of("team", "physics"));

        assertThat(lab.shell().run("rb", "s3://lab-ana").err()).contains("Its owner said keep");
        assertThat(lab.shell().run("rb", "s3://lab-ana", "--force", "--yes").err())
                .contains("Its owner said keep");
        assertThat(lab.shell().run("rb", "s3://lab-bob").err()).contains("It has no tag \"lab\"");
        assertThat(lab.hasBucket("lab-ana")).isTrue();
        assertThat(lab.hasBucket("lab-bob")).isTrue();
    }

    @Test
    void aDeletionThatIsDeniedIsNoSuccess() {
        lab.bucket("lab-ana");
        lab.lab().account(SmallLab.ACCOUNT).deny("s3:DeleteBucket");

        Ran ran = lab.shell().run("rb", "s3://lab-ana");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("was not deleted", "s3:DeleteBucket");
    }

    @Test
    void oneThatIsNotThereIsSaid() {
        Ran ran = lab.shell().run("rb", "s3://lab-nowhere");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("There is no such bucket");
    }
}
