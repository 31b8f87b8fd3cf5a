package org.labjanitor.core.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.metric.MetricQuery;
import org.labjanitor.core.metric.MetricSeries;

/** Hours of a {@link Window} in which data are missing that a running instance owes. */
final class HourHoles {
    private final Window window;
    private final int firstExpected;
    private final HourlyCpu cpu;
    private final List<@Nullable MetricSeries> network;
    private final @Nullable MetricSeries startMeans;

    HourHoles(Window window, InstanceEvidence evidence, Instant lastStart) {
        this.window = window;
        this.firstExpected = window.firstExpected(lastStart);
        this.cpu = new HourlyCpu(window, evidence, 0);
        this.network = new ArrayList<>();
        NetworkReading.queries(window, 0)
                .forEach(query -> network.add(Answers.series(evidence, query).orElse(null)));
        this.startMeans =
                startHour(window, lastStart)
                        .flatMap(query -> Answers.series(evidence, query))
                        .orElse(null);
    }

    /**
     * The 5-minute means of the hour in the middle of which data become due: samples from before
     * can make up for missing ones in its count.
     */
    static Optional<MetricQuery> startHour(Window window, Instant lastStart) {
        int expected = window.firstExpected(lastStart);
        boolean within =
                expected > 0 && expected < window.slots() && expected % Window.SLOTS_PER_HOUR != 0;
        int hour = expected / Window.SLOTS_PER_HOUR;
        return within ? Optional.of(window.means(hour, hour + 1)) : Optional.empty();
    }

    boolean hasData(int hour) {
        return !cpu.isEmpty(hour);
    }

    boolean isHole(int hour) {
        int first = hour * Window.SLOTS_PER_HOUR;
        int end = window.hourEnd(hour);
        if (end <= firstExpected) {
            return false;
        }
        if (cpu.isEmpty(hour) || isDark(hour)) {
            return true;
        }
        return firstExpected > first
                ? !hasStartMeans(firstExpected - first)
                : !cpu.isFull(hour, end - first);
    }

    private boolean isDark(int hour) {
        for (MetricSeries series : network) {
            if (series == null || !series.has(hour)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasStartMeans(int from) {
        MetricSeries means = startMeans;
        return means != null && IntStream.range(from, means.size()).allMatch(means::has);
    }
}
