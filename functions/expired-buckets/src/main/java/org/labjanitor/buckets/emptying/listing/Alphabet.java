package org.labjanitor.buckets.emptying.listing;

import java.util.Arrays;
import java.util.TreeSet;

/**
 * The characters that keys are made of after what all of them begin with, and with it a way to take
 * keys for numbers: the middle between two keys is a key of such characters.
 */
final class Alphabet {
    static final int LAST = Character.MAX_CODE_POINT;

    private static final int DIGITS = 5;
    private static final int MOST = 256;

    private final TreeSet<Integer> seen = new TreeSet<>();
    private int[] sorted = {};
    private int @org.jspecify.annotations.Nullable [] common;

    /** Takes note of a key. */
    void learn(int[] key) {
        int[] shared = common;
        int from = shared == null ? key.length : CodePoints.common(shared, key);
        if (shared == null || from < shared.length) {
            if (shared != null) {
                add(shared, from);
            }
            common = Arrays.copyOf(key, from);
        }
        add(key, from);
    }

    /** How much of the space of all keys lies between two of them: 1 for all of it. */
    double span(int[] low, int[] high) {
        int shared = CodePoints.common(low, high);
        int outer = common == null ? 0 : common.length;
        double part = value(high, shared) - value(low, shared);
        return part * Math.pow(base(), Math.min(0, outer - shared));
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
        for (int i = 0; i < DIGITS; i++) {
            rest *= base();
            int digit = (int) Math.min(rest, sorted.length);
            rest -= digit;
            if (digit == 0) {
                break;
            }
            key[length++] = sorted[digit - 1];
        }
        return Arrays.copyOf(key, length);
    }

    private void add(int[] key, int from) {
        boolean added = false;
        for (int i = from; i < key.length && seen.size() < MOST; i++) {
            added |= seen.add(key[i]);
        }
        if (added) {
            sorted = seen.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private double base() {
        return sorted.length + 1;
    }

    /** The key from its place {@code from} on as a fraction of numbers to the base. */
    private double value(int[] key, int from) {
        double value = 0;
        double weight = 1;
        for (int i = from; i < Math.min(key.length, from + DIGITS); i++) {
            weight /= base();
            value += weight * rank(key[i]);
        }
        return value;
    }

    /** Place of the character, from 1; of one that is not known, the place that it would have. */
    private int rank(int character) {
        if (character == LAST) {
            return sorted.length + 1;
        }
        int found = Arrays.binarySearch(sorted, character);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
