package org.labjanitor.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.labjanitor.runtime.report.Bytes;
import org.labjanitor.runtime.result.Deletions;

/** What was deleted, in words. */
public final class DeletionWords {
    private DeletionWords() {}

    /** Such as {@code 24,000 versions, 12 delete markers and 1 open upload (1.2 GB)}. */
    public static String of(Deletions deletions) {
        return of(deletions, new Noun("version", "versions"));
    }

    /** The same with another word for a version, where a bucket never had several of an object. */
    public static String of(Deletions deletions, Noun version) {
        List<String> parts = new ArrayList<>();
        add(parts, deletions.versions(), version);
        add(parts, deletions.markers(), new Noun("delete marker", "delete markers"));
        add(parts, deletions.uploads(), new Noun("open upload", "open uploads"));
        if (parts.isEmpty()) {
            return "nothing";
        }
        String last = parts.removeLast();
        String all = parts.isEmpty() ? last : String.join(", ", parts) + " and " + last;
        return deletions.versions() == 0 ? all : all + " (" + Bytes.of(deletions.bytes()) + ")";
    }

    static Deletions sum(List<Deletions> all) {
        return all.stream()
                .reduce(
                        new Deletions(0, 0, 0, 0),
                        (left, right) ->
                                new Deletions(
                                        left.versions() + right.versions(),
                                        left.markers() + right.markers(),
                                        left.uploads() + right.uploads(),
                                        left.bytes() + right.bytes()));
    }

    private static void add(List<String> parts, long number, Noun noun) {
        if (number > 0) {
            String counted = String.format(Locale.ROOT, "%,d", number);
            parts.add(counted + " " + (number == 1 ? noun.one() : noun.many()));
        }
    }
}
