package org.labjanitor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a script of {@code src/test/python} with the Python that the system property {@code
 * janitor.python} or the variable {@code JANITOR_PYTHON} names: an executable or a virtual
 * environment, with what {@code requirements.txt} lists. Without either the test is skipped.
 */
final class PythonCheck {
    private static final long SECONDS = 280;

    private PythonCheck() {}

    static void run(String script, String... arguments) throws IOException, InterruptedException {
        String named = System.getProperty("janitor.python", System.getenv("JANITOR_PYTHON"));
        assumeTrue(
                named != null && !named.isEmpty(),
                "JANITOR_PYTHON does not name a Python with boto3 and awscli");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                executable(Path.of(named)).toString(),
                                Path.of("src/test/python", script).toString()));
        command.addAll(Arrays.asList(arguments));
        Path output = Files.createTempFile("python-check", ".log");
        try {
            int exitCode = run(command, output.toFile());
            assertThat(exitCode).as(() -> text(output)).isZero();
        } finally {
            Files.delete(output);
        }
    }

    private static Path executable(Path named) {
        return Files.isDirectory(named) ? named.resolve("bin/python") : named;
    }

    private static int run(List<String> command, File output)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output)
                        .start();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                    .as("ends within " + SECONDS + " s")
                    .isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String text(Path output) {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
