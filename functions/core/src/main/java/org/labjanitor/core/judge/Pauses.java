package org.labjanitor.core.judge;

import java.util.ArrayList;
import java.util.List;

/**
 * How long an instance has been quiet, and the longest pause between two of its uses, in slots.
 * Both are bounds: the truth lies between the least and the most for every way in which the slots
 * left open, and the holes, can turn out.
 *
 * <p>The least quiet time and the longest pause belong to one and the same turn of events (the last
 * slot that might be a use is one), and so do the other two.
 */
final class Pauses {
    private final Slots slots;
    private final CpuReading cpu;

    private int firstMaybe = -1;
    private int lastMaybe = -1;
    private int firstCertainLatest = -1;
    private int lastCertainEarliest = -1;
    private final List<Pause> pauses = new ArrayList<>();
    private int longestAtMost;
    private final int longestAtLeast;

    /**
     * The stretch between two uses that follow on each other.
     *
     * @param from the earliest slot that can be the use before
     * @param to the latest slot that can be the use after
     */
    record Pause(int from, int to) {
        int atMost() {
            return Math.max(0, to - from - 1);
        }
    }

    Pauses(Slots slots, CpuReading cpu, Window window) {
        this.slots = slots;
        this.cpu = cpu;
        for (int hour = 0; hour < window.hours(); hour++) {
            if (!slots.mayHave(hour, Slots.MAYBE)) {
                continue;
            }
            scanHour(hour, hour * Window.SLOTS_PER_HOUR, window.hourEnd(hour));
        }
        if (firstMaybe >= 0) {
            addPause(previous(), lastMaybe);
        }
        this.longestAtLeast = longestCertainQuiet();
    }

    /** Quiet time since the last slot that might be a use; the whole window where there is none. */
    int quietAtLeast() {
        return slots.size() - 1 - lastMaybe;
    }

    /** Quiet time since the last certain use; the whole window where there is none. */
    int quietAtMost() {
        return slots.size() - 1 - lastCertainEarliest;
    }

    int longestAtLeast() {
        return longestAtLeast;
    }

    int longestAtMost() {
        return longestAtMost;
    }

    /** The slot of the last certain use, or the first it can be; -1 where there is none. */
    int lastUse() {
        return lastCertainEarliest;
    }

    /** The pauses that may be longer than so many slots. */
    List<Pause> mayExceed(double slotCount) {
        return pauses.stream().filter(pause -> pause.atMost() > slotCount).toList();
    }

    private void scanHour(int hour, int first, int end) {
        int earliest = first;
        while (earliest < end && !slots.has(earliest, Slots.MAYBE)) {
            earliest++;
        }
        if (earliest == end) {
            return;
        }
        int latest = end - 1;
        while (!slots.has(latest, Slots.MAYBE)) {
            latest--;
        }
        firstMaybe = firstMaybe < 0 ? earliest : firstMaybe;
        lastMaybe = latest;
        if (!addUses(hour, earliest, latest) && cpu.isBusy(hour)) {
            addUse(earliest, latest);
        }
    }

    private boolean addUses(int hour, int first, int last) {
        if (!slots.mayHave(hour, Slots.USE)) {
            return false;
        }
        boolean found = false;
        for (int slot = first; slot <= last; slot++) {
            if (slots.has(slot, Slots.USE)) {
                found = true;
                addUse(slot, slot);
            }
        }
        return found;
    }

    private void addUse(int earliest, int latest) {
        addPause(previous(), latest);
        firstCertainLatest = firstCertainLatest < 0 ? latest : firstCertainLatest;
        lastCertainEarliest = earliest;
    }

    private int previous() {
        return lastCertainEarliest < 0 ? firstMaybe : lastCertainEarliest;
    }

    private void addPause(int from, int to) {
        Pause pause = new Pause(from, to);
        if (pause.atMost() > 0) {
            pauses.add(pause);
            longestAtMost = Math.max(longestAtMost, pause.atMost());
        }
    }

    private int longestCertainQuiet() {
        int longest = 0;
        int run = 0;
        int slot = firstCertainLatest + 1;
        while (slot < lastCertainEarliest) {
            if (slots.has(slot, Slots.MAYBE)) {
                run = 0;
                slot++;
            } else {
                int step = certainlyQuietFrom(slot);
                run += step;
                slot += step;
            }
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** Number of slots, 1 or more, that can be stepped over at once; ends before the last use. */
    private int certainlyQuietFrom(int slot) {
        int hour = slot / Window.SLOTS_PER_HOUR;
        if (slots.mayHave(hour, Slots.MAYBE)) {
            return 1;
        }
        return Math.min((hour + 1) * Window.SLOTS_PER_HOUR, lastCertainEarliest) - slot;
    }
}
