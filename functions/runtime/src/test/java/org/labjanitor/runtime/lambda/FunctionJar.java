package org.labjanitor.runtime.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What is in the jar that is deployed. It can be asked where the system property {@value
 * FunctionJarInterceptor#FUNCTION_JAR} names it: in the suite's second run.
 */
public final class FunctionJar {
    private final List<String> entries = new ArrayList<>();
    private final List<String> namedClasses = new ArrayList<>();

    public FunctionJar() throws IOException {
        try (ZipFile zip = new ZipFile(System.getProperty(FunctionJarInterceptor.FUNCTION_JAR))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                entries.add(entry.getName());
                if (namesClasses(entry.getName())) {
                    addNames(zip, entry);
                }
            }
        }
    }

    /** Every entry's name, as often as it is there. */
    public List<String> entries() {
        return List.copyOf(entries);
    }

    /** The class files whose names stand in services files and in the SDK's interceptor files. */
    public List<String> namedClasses() {
        return List.copyOf(namedClasses);
    }

    /** Entries that have no place in the jar of a function, which Lambda unpacks into a folder. */
    public List<String> strays() {
        return entries.stream()
                .filter(name ->
                        name.endsWith("module-info.class")
                                || name.startsWith("META-INF/versions/")
                                || name.matches("META-INF/[^/]*\\.(SF|DSA|RSA)")
                                || name.startsWith("org/junit/")
                                || name.startsWith("org/labjanitor/simulator/"))
                .toList();
    }

    private void addNames(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            new String(content.readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .map(name -> name.replace('.', '/') + ".class")
                    .forEach(namedClasses::add);
        }
    }

    private static boolean namesClasses(String entry) {
        return entry.startsWith("META-INF/services/") || entry.endsWith("execution.interceptors");
    }
}
