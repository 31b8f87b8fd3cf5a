package org.labjanitor.instances.series;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.labjanitor.instances.lab.Scene;

/** Publishes through boto3, in a Python of its own. */
final class BotoFeed implements MetricFeed, AutoCloseable {
    private static final Path SCRIPT = Path.of("src/test/python/put_series.py");

    private final Process process;
    private final OutputStream input;

    BotoFeed(String python, Scene scene) {
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(python, SCRIPT.toString(), scene.lab().endpoint().toString()));
        builder.environment()
                .putAll(
                        Map.of(
                                "AWS_ACCESS_KEY_ID",
                                scene.lab().accessKey(Scene.ACCOUNT),
                                "AWS_SECRET_ACCESS_KEY",
                                "secret",
                                "AWS_DEFAULT_REGION",
                                Scene.REGION));
        try {
            process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        } catch (IOException e) {
            throw new UncheckedIOException("starting " + python, e);
        }
        input = process.getOutputStream();
    }

    @Override
    public void publish(String instanceId, RealSeries series, int from, int to, Instant now) {
        StringBuilder line = new StringBuilder(instanceId);
        for (int slot = from; slot < to; slot++) {
            line.append(' ')
                    .append(series.slotStart(slot).getEpochSecond())
                    .append('=')
                    .append(series.values()[slot]);
        }
        try {
            input.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            input.flush();
            if (process.getInputStream().read() != '.') {
                throw new AssertionError("boto3 could not publish; its message is above");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("talking to boto3", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
