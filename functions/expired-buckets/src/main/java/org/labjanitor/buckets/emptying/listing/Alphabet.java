package org.labjanitor.buckets.emptying.listing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The characters that keys have at each of their places, and with them a way to take keys for
 * numbers: the middle between two keys is a key of such characters. Names are built by rules, so
 * that what a place has shown says what it may show: a year's digits never where a folder's name
 * is.
 */
final class Alphabet {
    static final int LAST = Character.MAX_CODE_POINT;

    private static final int DIGITS = 8;
    private static final int PLACES = 128;
    private static final int[] UNSEEN = {};

    private final List<Set<Integer>> seen = new ArrayList<>();
    private final List<int[]> expected = new ArrayList<>();
    private int @Nullable [] common;

    /** Takes note of a key. */
    void learn(int[] key) {
        common = common == null ? key : Arrays.copyOf(key, CodePoints.common(common, key));
        for (int place = 0; place < Math.min(key.length, PLACES); place++) {
            learn(place, key[place]);
        }
    }

    /** How many characters all keys begin with. */
    int common() {
        return common == null ? 0 : common.length;
    }

    /** How much of the space of all keys lies between two of them: 1 for all of it. */
    double span(int[] low, int[] high) {
        int shared = CodePoints.common(low, high);
        double part = value(high, shared) - value(low, shared);
        for (int place = common(); place < shared; place++) {
            part /= base(place);
        }
        return part;
    }

    /** Share of the way from {@code low} to {@code high} at which {@code key} is. */
    double progress(int[] low, int[] key, int[] high) {
        int shared = CodePoints.common(low, high);
        double start = value(low, shared);
        double whole = value(high, shared) - start;
        return whole <= 0 ? 1 : (value(key, shared) - start) / whole;
    }

    /** A key about half way between the two; it may turn out to be one of them. */
    int[] middle(int[] low, int[] high) {
        int shared = CodePoints.common(low, high);
        double rest = (value(low, shared) + value(high, shared)) / 2;
        int[] key = Arrays.copyOf(low, shared + DIGITS);
        int length = shared;
        for (int place = shared; place < shared + DIGITS; place++) {
            rest *= base(place);
            int digit = (int) Math.min(rest, at(place).length);
            rest -= digit;
            if (digit == 0) {
                break;
            }
            key[length++] = at(place)[digit - 1];
        }
        return Arrays.copyOf(key, length);
    }

    private void learn(int place, int character) {
        if (place == seen.size()) {
            seen.add(new HashSet<>());
            expected.add(UNSEEN);
        }
        if (seen.get(place).add(character)) {
            expected.set(place, expected(seen.get(place)));
        }
    }

    /** A place where all keys are alike may be so in all others; two digits stand for ten. */
    private static int[] expected(Set<Integer> characters) {
        Set<Integer> all = new TreeSet<>(characters);
        if (characters.size() > 1) {
            addIfMet(all, '0', '9');
            addIfMet(all, 'a', 'z');
            addIfMet(all, 'A', 'Z');
        }
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void addIfMet(Set<Integer> characters, char first, char last) {
        if (characters.stream().anyMatch(character -> character >= first && character <= last)) {
            IntStream.rangeClosed(first, last).forEach(characters::add);
        }
    }

    private int[] at(int place) {
        return place < expected.size() ? expected.get(place) : UNSEEN;
    }

    private double base(int place) {
        return at(place).length + 1;
    }

    /** The key from its place {@code from} on as a fraction of numbers to the places' bases. */
    private double value(int[] key, int from) {
        double value = 0;
        double weight = 1;
        for (int place = from; place < Math.min(key.length, from + DIGITS); place++) {
            weight /= base(place);
            value += weight * rank(place, key[place]);
        }
        return value;
    }

    /** Number of the character, from 1; of one that is not known, the number that it would have. */
    private int rank(int place, int character) {
        int[] known = at(place);
        if (character == LAST) {
            return known.length + 1;
        }
        int found = Arrays.binarySearch(known, character);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
