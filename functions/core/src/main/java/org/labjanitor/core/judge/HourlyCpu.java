package org.labjanitor.core.judge;

import static org.labjanitor.core.metric.Metric.CPU_UTILIZATION;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.metric.MetricSeries;
import org.labjanitor.core.metric.Statistic;

/** The hourly CPU series at hand, each of which may not have been asked for yet. */
final class HourlyCpu {
    private static final int SAMPLES_DETAILED = 5;

    private final @Nullable MetricSeries max;
    private final @Nullable MetricSeries olderMean;
    private final @Nullable MetricSeries recentMean;
    private final @Nullable MetricSeries samples;
    private final int recent;
    private final int samplesPerSlot;

    HourlyCpu(Window window, InstanceEvidence evidence, int recent) {
        this.recent = recent;
        this.max = series(window, evidence, Statistic.MAXIMUM, 0, window.hours());
        this.olderMean = series(window, evidence, Statistic.AVERAGE, 0, recent);
        this.recentMean = series(window, evidence, Statistic.AVERAGE, recent, window.hours());
        this.samples = series(window, evidence, Statistic.SAMPLE_COUNT, 0, window.hours());
        this.samplesPerSlot = samples == null ? 1 : samplesPerSlot(samples);
    }

    private static @Nullable MetricSeries series(
            Window window, InstanceEvidence evidence, Statistic statistic, int first, int end) {
        if (first >= end) {
            return null;
        }
        Optional<MetricSeries> series =
                Answers.series(evidence, window.hourly(CPU_UTILIZATION, statistic, first, end));
        return series.orElse(null);
    }

    /**
     * Most samples that a slot can have, judged by the fullest hour: 1 or 5 (basic and detailed
     * monitoring). The careful side: too high a number only leaves hours open.
     */
    private static int samplesPerSlot(MetricSeries samples) {
        double fullest = 0;
        for (int hour = 0; hour < samples.size(); hour++) {
            fullest = samples.has(hour) ? Math.max(fullest, samples.value(hour)) : fullest;
        }
        if (fullest <= Window.SLOTS_PER_HOUR) {
            return 1;
        }
        return Math.max(SAMPLES_DETAILED, (int) Math.ceil(fullest / Window.SLOTS_PER_HOUR));
    }

    boolean isMaxAnswered() {
        return max != null;
    }

    double max(int hour) {
        return max == null ? Double.NaN : max.value(hour);
    }

    boolean isEmpty(int hour) {
        return max != null && !max.has(hour);
    }

    double mean(int hour) {
        MetricSeries mean = hour < recent ? olderMean : recentMean;
        int index = hour < recent ? hour : hour - recent;
        return mean == null ? Double.NaN : mean.value(index);
    }

    /** Whether the samples cannot have come from fewer than all {@code size} slots. */
    boolean isFull(int hour, int size) {
        return samples != null && samples.value(hour) > (double) samplesPerSlot * (size - 1);
    }
}
