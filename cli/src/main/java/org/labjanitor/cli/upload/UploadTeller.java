package org.labjanitor.cli.upload;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.labjanitor.cli.emptying.EmptyingWords;
import org.labjanitor.cli.emptying.Pace;
import org.labjanitor.runtime.report.Bytes;

/** Hears how an upload gets on, and tells it in a sentence a few times a second. */
public final class UploadTeller implements UploadListener {
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final Consumer<String> display;
    private final InstantSource clock;
    private final Pace pace;
    private UploadProgress latest = new UploadProgress(0, 0, 0, 0);
    private Instant told = Instant.MIN;
    private boolean stopping;

    public UploadTeller(Consumer<String> display, InstantSource clock) {
        this.display = display;
        this.clock = clock;
        this.pace = new Pace(clock);
    }

    @Override
    public synchronized void progress(UploadProgress progress) {
        latest = progress;
        Instant now = clock.instant();
        if (told.plus(BETWEEN).isBefore(now)) {
            told = now;
            pace.note(progress.sent());
            tell();
        }
    }

    /** A person wants to stop: what is in flight still comes to its end. */
    public synchronized void stopping() {
        stopping = true;
        tell();
    }

    private void tell() {
        String where = words(latest, pace.perSecond());
        display.accept(
                stopping
                        ? "Stopping, Ctrl-C again quits at once: " + where
                        : "Uploading: " + where);
    }

    /** Such as {@code 24.1 MB of 60.0 MB (40 %), 3 of 12 files, 5.2 MB/s, 7 s left}. */
    static String words(UploadProgress progress, double bytesPerSecond) {
        List<String> parts = new ArrayList<>();
        parts.add(
                "%s of %s%s"
                        .formatted(
                                Bytes.of(Math.max(0, progress.sent())),
                                Bytes.of(progress.bytes()),
                                share(progress)));
        if (progress.files() > 1) {
            parts.add(
                    String.format(
                            Locale.ROOT, "%,d of %,d files", progress.done(), progress.files()));
        }
        if (bytesPerSecond >= 1) {
            parts.add(Bytes.of(Math.round(bytesPerSecond)) + "/s");
            timeLeft(parts, (progress.bytes() - progress.sent()) / bytesPerSecond);
        }
        return String.join(", ", parts);
    }

    private static void timeLeft(List<String> parts, double seconds) {
        if (seconds > 0) {
            long whole = (long) Math.ceil(seconds);
            Duration time = Duration.ofSeconds(whole);
            parts.add((whole < 60 ? whole + " s" : EmptyingWords.time(time)) + " left");
        }
    }

    private static String share(UploadProgress progress) {
        return progress.bytes() == 0
                ? ""
                : " (%d %%)"
                        .formatted(Math.clamp(100 * progress.sent() / progress.bytes(), 0, 100));
    }
}
