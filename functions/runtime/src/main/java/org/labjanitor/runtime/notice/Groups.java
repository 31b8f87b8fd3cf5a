package org.labjanitor.runtime.notice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.labjanitor.runtime.result.Candidate;

/**
 * Resources that are spoken of together, the dearest first, in pieces that a person can take in.
 */
final class Groups {
    /** So many ids still make a command that can be read. */
    private static final int LARGEST = 20;

    private Groups() {}

    /** Groups by a key that says what belongs together. */
    static <K, T> Map<K, List<List<T>>> by(
            List<T> items, Function<T, K> key, Function<T, Candidate> candidate) {
        Comparator<T> dearest =
                Comparator.comparing(item -> candidate.apply(item).cost(), Dollars.DEAREST_FIRST);
        Map<K, List<T>> groups = new LinkedHashMap<>();
        items.stream()
                .sorted(dearest.thenComparing(item -> candidate.apply(item).id()))
                .forEach(item ->
                        groups.computeIfAbsent(key.apply(item), _ -> new ArrayList<>()).add(item));
        Map<K, List<List<T>>> pieces = new LinkedHashMap<>();
        groups.forEach((one, members) -> pieces.put(one, pieces(members)));
        return pieces;
    }

    private static <T> List<List<T>> pieces(List<T> members) {
        List<List<T>> pieces = new ArrayList<>();
        for (int from = 0; from < members.size(); from += LARGEST) {
            pieces.add(members.subList(from, Math.min(from + LARGEST, members.size())));
        }
        return pieces;
    }
}
