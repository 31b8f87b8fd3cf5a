package org.labjanitor.runtime.report;

import java.time.Duration;
import java.time.Instant;
import org.labjanitor.runtime.result.CpuHistory;

/**
 * The course of a CPU as a small drawing that ends at the right: the load as a skyline, the
 * threshold as a line, the quiet time as a shade. Heights go by the square root, so that 2 and 4
 * percent can be told apart beneath a peak of 90.
 */
final class Sparkline {
    private static final int WIDTH = 180;
    private static final int HEIGHT = 36;
    private static final int POINT = 2;
    private static final int MOST_POINTS = WIDTH / POINT;
    private static final double FULL = 100;

    private final CpuHistory history;
    private final float[] percents;
    private final int first;
    private final int left;

    Sparkline(CpuHistory history) {
        this.history = history;
        this.percents = history.percents();
        this.first = Math.max(0, percents.length - MOST_POINTS);
        this.left = WIDTH - POINT * (percents.length - first);
    }

    /** The highest point in percent; NaN where there is none. */
    float peak() {
        float peak = Float.NaN;
        for (float percent : percents) {
            peak = Float.isNaN(peak) || percent > peak ? percent : peak;
        }
        return peak;
    }

    void write(Markup page) {
        page.open(
                "svg",
                "class",
                "spark",
                "viewBox",
                "0 0 %d %d".formatted(WIDTH, HEIGHT),
                "role",
                "img",
                "aria-label",
                inWords());
        quiet(page);
        page.open("path", "class", "load", "d", skyline()).close("path");
        int height = y(history.threshold());
        page.open("path", "class", "limit", "d", "M0 %dh%d".formatted(height, WIDTH)).close("path");
        page.close("svg");
    }

    private void quiet(Markup page) {
        Instant since = history.quietSince();
        if (since == null) {
            return;
        }
        long offset = Duration.between(history.start(), since).toMillis();
        long x = left + POINT * (offset / history.step().toMillis() - first);
        int begin = Math.clamp(x, left, WIDTH);
        page.open(
                        "rect",
                        "class",
                        "quiet",
                        "x",
                        Integer.toString(begin),
                        "width",
                        Integer.toString(WIDTH - begin),
                        "height",
                        Integer.toString(HEIGHT))
                .close("rect");
    }

    /** One closed shape for each stretch with data; nothing is drawn where there are none. */
    private String skyline() {
        StringBuilder path = new StringBuilder();
        int point = first;
        while (point < percents.length) {
            if (Float.isNaN(percents[point])) {
                point++;
                continue;
            }
            int x = left + POINT * (point - first);
            path.append('M').append(x).append(' ').append(HEIGHT);
            point = stretch(path, point);
            path.append('V').append(HEIGHT).append('z');
        }
        return path.toString();
    }

    /** Draws on from {@code point} as long as there are data, and answers where they end. */
    private int stretch(StringBuilder path, int point) {
        int at = point;
        int height = HEIGHT;
        while (at < percents.length && !Float.isNaN(percents[at])) {
            int level = y(percents[at]);
            int begin = at;
            while (at < percents.length && !Float.isNaN(percents[at]) && y(percents[at]) == level) {
                at++;
            }
            path.append('v').append(level - height).append('h').append(POINT * (at - begin));
            height = level;
        }
        return at;
    }

    private static int y(double percent) {
        double share = Math.sqrt(Math.clamp(percent, 0, FULL) / FULL);
        return HEIGHT - Math.max(1, (int) Math.round(share * HEIGHT));
    }

    private String inWords() {
        float peak = peak();
        String load = Float.isNaN(peak) ? "no data" : "highest " + Numbers.percent(peak) + " %";
        Instant since = history.quietSince();
        String quiet = since == null ? "" : ", quiet since " + Times.minute(since);
        Duration span = history.step().multipliedBy(percents.length);
        return "CPU over " + Times.length(span) + ": " + load + quiet;
    }
}
