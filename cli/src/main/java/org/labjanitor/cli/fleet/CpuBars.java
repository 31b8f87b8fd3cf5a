package org.labjanitor.cli.fleet;

import org.labjanitor.cli.terminal.Glyphs;
import org.labjanitor.runtime.result.CpuHistory;

/**
 * The course of a CPU as a row of bars, the newest at the right. Heights go by the square root, as
 * in the page of a report, so that 2 and 4 percent can be told apart beneath a peak of 90. A gap is
 * a time without data.
 */
final class CpuBars {
    private static final double FULL = 100;

    private final String bars;

    CpuBars(Glyphs glyphs) {
        this.bars = glyphs.bars();
    }

    /** So many cells; each shows the highest of the points it stands for. */
    String of(CpuHistory history, int cells) {
        float[] percents = history.percents();
        int step = Math.max(1, Math.ceilDiv(percents.length, cells));
        StringBuilder drawn = new StringBuilder();
        for (int first = 0; first < percents.length; first += step) {
            drawn.append(bar(highest(percents, first, Math.min(percents.length, first + step))));
        }
        return drawn.toString();
    }

    /** The highest percentage; {@code NaN} where there are no data. */
    static float peak(CpuHistory history) {
        float[] percents = history.percents();
        return highest(percents, 0, percents.length);
    }

    private static float highest(float[] percents, int from, int to) {
        float highest = Float.NaN;
        for (int point = from; point < to; point++) {
            highest = Float.isNaN(highest) || percents[point] > highest ? percents[point] : highest;
        }
        return highest;
    }

    private char bar(float percent) {
        if (Float.isNaN(percent)) {
            return ' ';
        }
        double share = Math.sqrt(Math.clamp(percent, 0, FULL) / FULL);
        int height = (int) (share * bars.length());
        return bars.charAt(Math.min(height, bars.length() - 1));
    }
}
