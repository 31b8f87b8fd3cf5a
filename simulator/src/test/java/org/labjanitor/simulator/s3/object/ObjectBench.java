package org.labjanitor.simulator.s3.object;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Measures the store without HTTP: {@code java ... ObjectBench}. Not run by tests. */
public final class ObjectBench {
    private static final int KEYS = 1_000_000;

    private ObjectBench() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        for (int round = 0; round < 4; round++) {
            round();
        }
        heap();
    }

    private static void heap() {
        ObjectCalls calls = new ObjectCalls();
        long before = used();
        calls.objects.seed(5 * KEYS, ObjectBench::key);
        System.out.printf(Locale.ROOT, "5 M keys: %.0f MB%n", (used() - before) / 1048576.0);
        System.out.println(calls.objects.versions());
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static String key(long i) {
        return String.format(Locale.ROOT, "students/%04d/runs/%06d/result.json", i / 1000, i);
    }

    private static String fastKey(long i) {
        String digits = Long.toString(10_000_000 + i);
        return "students/runs/" + digits + "/result.json";
    }

    private static void round() {
        ObjectCalls calls = new ObjectCalls();
        long start = System.nanoTime();
        calls.objects.seed(KEYS, ObjectBench::fastKey);
        tell("seed", KEYS, start);
        start = System.nanoTime();
        list(calls);
        tell("list versions", KEYS, start);
        start = System.nanoTime();
        delete(calls);
        tell("delete", KEYS, start);
        if (!calls.objects.isEmpty()) {
            throw new IllegalStateException("not empty");
        }
    }

    private static void list(ObjectCalls calls) {
        String query = "versions&encoding-type=url";
        while (true) {
            String xml = calls.list("ListObjectVersions", query);
            if (!xml.contains("<IsTruncated>true")) {
                return;
            }
            query =
                    "versions&encoding-type=url&key-marker="
                            + ObjectCalls.one(xml.substring(0, 1000), "NextKeyMarker")
                            + "&version-id-marker="
                            + ObjectCalls.one(xml.substring(0, 1000), "NextVersionIdMarker");
        }
    }

    private static void delete(ObjectCalls calls) {
        for (int i = 0; i < KEYS; i += 1000) {
            StringBuilder xml = new StringBuilder(150_000).append("<Delete>");
            for (int k = i; k < i + 1000; k++) {
                xml.append("<Object><Key>")
                        .append(fastKey(k))
                        .append("</Key><VersionId>null</VersionId></Object>");
            }
            byte[] body = xml.append("</Delete>").toString().getBytes(StandardCharsets.UTF_8);
            calls.call(
                    "DeleteObjects",
                    "POST",
                    "/lab",
                    "delete",
                    Map.of("content-md5", ObjectCalls.md5(body)),
                    body);
        }
    }

    private static void tell(String what, long number, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT, "%-14s %.2f s, %,.0f a second%n", what, seconds, number / seconds);
    }
}
