package org.labjanitor.core.judge;

import java.util.Arrays;

/** What is known about each 5-minute slot of a {@link Window}, as a set of marks. */
final class Slots {
    /** A use, by CPU. */
    static final int CPU = 1;

    /** A use, by what is known by the hour: network traffic, or another signal. */
    static final int HOURLY = 1 << 1;

    /** A use, by a login. */
    static final int LOGIN = 1 << 2;

    /** A use: somebody started the instance. */
    static final int START = 1 << 3;

    /** CPU data that should be there is not: nobody will ever know whether this was a use. */
    static final int HOLE = 1 << 4;

    /** The hourly bounds leave open whether this was a use; the 5-minute mean tells. */
    static final int OPEN = 1 << 5;

    /** The 5-minute mean was asked for. */
    static final int KNOWN = 1 << 6;

    /** Data known by the hour that should be there is not, and might make this a use. */
    static final int DOUBT = 1 << 7;

    static final int USE = CPU | HOURLY | LOGIN | START;
    static final int MAYBE = USE | HOLE | OPEN | DOUBT;

    private final byte[] marks;

    /** Every mark that a slot of the hour has or had: lets a reader skip hours without any. */
    private final byte[] hours;

    Slots(int size) {
        this(new byte[size], new byte[size / Window.SLOTS_PER_HOUR + 1]);
    }

    private Slots(byte[] marks, byte[] hours) {
        this.marks = marks;
        this.hours = hours;
    }

    Slots copy() {
        return new Slots(marks.clone(), hours.clone());
    }

    int size() {
        return marks.length;
    }

    boolean has(int slot, int anyOf) {
        return (marks[slot] & anyOf) != 0;
    }

    /** False only where no slot of the hour has one of the marks. */
    boolean mayHave(int hour, int anyOf) {
        return (hours[hour] & anyOf) != 0;
    }

    void mark(int slot, int mark) {
        marks[slot] |= (byte) mark;
        hours[slot / Window.SLOTS_PER_HOUR] |= (byte) mark;
    }

    void unmark(int slot, int mark) {
        marks[slot] &= (byte) ~mark;
    }

    /** Marks from {@code first} to {@code end}, exclusive; what lies outside is left out. */
    void mark(int first, int end, int mark) {
        int from = Math.max(0, first);
        int to = Math.min(end, marks.length);
        if (from < to && isCleanHour(from, to)) {
            Arrays.fill(marks, from, to, (byte) mark);
            hours[from / Window.SLOTS_PER_HOUR] = (byte) mark;
            return;
        }
        for (int slot = from; slot < to; slot++) {
            mark(slot, mark);
        }
    }

    private boolean isCleanHour(int first, int end) {
        int hour = first / Window.SLOTS_PER_HOUR;
        return hours[hour] == 0 && hour == (end - 1) / Window.SLOTS_PER_HOUR;
    }

    /** Whether every slot from {@code first} to {@code end}, exclusive, has one of the marks. */
    boolean all(int first, int end, int anyOf) {
        for (int slot = first; slot < end; slot++) {
            if (!has(slot, anyOf)) {
                return false;
            }
        }
        return true;
    }

    /** Whether some slot from {@code first} to {@code end}, exclusive, has one of the marks. */
    boolean any(int first, int end, int anyOf) {
        for (int slot = Math.max(0, first); slot < end; slot++) {
            if (has(slot, anyOf)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return Arrays.toString(marks);
    }
}
