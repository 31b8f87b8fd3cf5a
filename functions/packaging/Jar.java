import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** What is in a jar, by its path. Written twice it is the same file, byte for byte. */
final class Jar {
    private static final LocalDateTime NEVER = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final SortedMap<String, byte[]> entries;

    private Jar(SortedMap<String, byte[]> entries) {
        this.entries = entries;
    }

    static Jar read(Path file) throws IOException {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        entries.put(entry.getName(), content.readAllBytes());
                    }
                }
            }
        }
        return new Jar(entries);
    }

    /** The entries at paths of one kind alone. */
    Jar only(Predicate<String> path) {
        SortedMap<String, byte[]> chosen = new TreeMap<>(entries);
        chosen.keySet().removeIf(path.negate());
        return new Jar(chosen);
    }

    /** These entries, and the other jar's in place of those with the same path. */
    Jar with(Map<String, byte[]> others) {
        SortedMap<String, byte[]> all = new TreeMap<>(entries);
        all.putAll(others);
        return new Jar(all);
    }

    Map<String, byte[]> entries() {
        return Collections.unmodifiableMap(entries);
    }

    /** An entry that has to be there. */
    byte[] entry(String path) {
        byte[] content = entries.get(path);
        if (content == null) {
            throw new IllegalStateException(path + " is not in the jar");
        }
        return content;
    }

    void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setTimeLocal(NEVER);
                zip.putNextEntry(header);
                zip.write(entry.getValue());
            }
        }
    }
}
