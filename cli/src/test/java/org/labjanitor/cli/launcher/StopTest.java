package org.labjanitor.cli.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.labjanitor.cli.Main;
import org.labjanitor.cli.shell.SmallLab;
import org.labjanitor.simulator.s3.bucket.Bucket;

/** The program as a process of its own, which the operating system asks to stop. */
class StopTest {
    private static final int KEYS = 200_000;

    @Test
    void aSignalEndsAnEmptyingAtTheNextGoodMoment() throws IOException, InterruptedException {
        try (SmallLab lab = new SmallLab()) {
            Bucket bucket = lab.bucket("lab-ana");
            bucket.objects().seed(KEYS, "key-%06d"::formatted);

            Process janitor = start(lab, "empty", "lab-ana", "--yes");
            while (bucket.objects().count() == KEYS && janitor.isAlive()) {
                Thread.onSpinWait();
            }
            janitor.toHandle().destroy();

            String said = new String(janitor.getErrorStream().readAllBytes(), UTF_8);
            assertThat(janitor.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(janitor.exitValue()).isEqualTo(130);
            assertThat(said.replaceAll("\\s+", " "))
                    .contains("the bucket is still there; run the same command again");
            assertThat(bucket.objects().count()).isBetween(1L, KEYS - 1L);
        }
    }

    private static Process start(SmallLab lab, String... words) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName());
        builder.command().addAll(java.util.List.of(words));
        builder.environment()
                .putAll(
                        Map.of(
                                "AWS_ENDPOINT_URL",
                                lab.lab().endpoint().toString(),
                                "AWS_ACCESS_KEY_ID",
                                lab.lab().accessKey(SmallLab.ACCOUNT),
                                "AWS_SECRET_ACCESS_KEY",
                                "any",
                                "AWS_REGION",
                                "us-east-1"));
        return builder.start();
    }
}
