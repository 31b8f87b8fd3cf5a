package org.labjanitor.simulator.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of calls that labs have had, in a file that many labs may add to: a line a kind, with
 * the client's name, the service's, the operation's, and {@code version} where the call named an
 * object's version, separated by tabs. A lab adds a kind once.
 */
public final class CallJournal {
    /** The system property that names the file; without it nothing is written. */
    public static final String FILE = "lab.journal";

    private final @Nullable Path file;
    private final Set<String> noted = ConcurrentHashMap.newKeySet();

    private CallJournal(@Nullable Path file) {
        this.file = file;
    }

    /** The journal that {@link #FILE} names. */
    public static CallJournal named() {
        String name = System.getProperty(FILE);
        return new CallJournal(name == null ? null : Path.of(name));
    }

    void note(RecordedCall call) {
        if (file == null) {
            return;
        }
        String line = line(call);
        if (noted.add(line)) {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException("writing to " + file, e);
            }
        }
    }

    private static String line(RecordedCall call) {
        return String.join(
                        "\t",
                        call.userAgent().split(" ", 2)[0],
                        call.service(),
                        call.operation(),
                        call.query().contains("versionId=") ? "version" : "")
                + "\n";
    }
}
