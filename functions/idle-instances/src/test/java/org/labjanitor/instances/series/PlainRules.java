package org.labjanitor.instances.series;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.labjanitor.core.policy.InstancePolicy;

/**
 * The presets once more, as plainly as they can be computed from a whole series without holes,
 * logins or network: what the judge must come to by its own, more frugal way.
 */
final class PlainRules {
    private static final double LIMIT = 5;
    private static final Duration SETTLE = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofDays(1);

    private PlainRules() {}

    static boolean isIdle(String preset, RealSeries series, Instant now) {
        if (Duration.between(series.start(), now).compareTo(DAY) < 0) {
            return false;
        }
        Instant end = Instant.ofEpochSecond(now.minus(SETTLE).getEpochSecond() / 300 * 300);
        return switch (preset) {
            case InstancePolicy.LAB -> rhythm(series, end);
            case InstancePolicy.WINDOW ->
                    quietSince(series, end).compareTo(Duration.ofDays(3)) >= 0;
            case InstancePolicy.COMPUTE_OPTIMIZER -> peak(series, end);
            case InstancePolicy.TRUSTED_ADVISOR -> lowDays(series, end);
            default -> throw new IllegalArgumentException(preset);
        };
    }

    private static boolean rhythm(RealSeries series, Instant end) {
        Duration longest = Duration.ZERO;
        Instant lastUse = series.start().plus(RealSeries.SLOT);
        int slots = series.slotAt(end);
        for (int slot = 0; slot < slots; slot++) {
            if (series.values()[slot] >= LIMIT) {
                Duration pause = Duration.between(lastUse, series.slotStart(slot));
                longest = pause.compareTo(longest) > 0 ? pause : longest;
                lastUse = series.slotStart(slot + 1);
            }
        }
        Duration quiet = Duration.between(lastUse, end);
        return quiet.compareTo(DAY) >= 0 && quiet.compareTo(longest.multipliedBy(2)) >= 0;
    }

    private static Duration quietSince(RealSeries series, Instant end) {
        Instant since = series.start().plus(RealSeries.SLOT);
        int slots = series.slotAt(end);
        for (int slot = 0; slot < slots; slot++) {
            if (series.values()[slot] >= LIMIT) {
                since = series.slotStart(slot + 1);
            }
        }
        return Duration.between(since, end);
    }

    private static boolean peak(RealSeries series, Instant end) {
        int slots = series.slotAt(end);
        double peak = 0;
        for (int slot = 0; slot < slots; slot++) {
            peak = Math.max(peak, series.values()[slot]);
        }
        return slots >= 30 * 12 && peak < LIMIT;
    }

    private static boolean lowDays(RealSeries series, Instant end) {
        Instant today = Instant.ofEpochSecond(end.getEpochSecond() / 86_400 * 86_400);
        Map<Instant, double[]> days = new HashMap<>();
        int slots = series.slotAt(today);
        for (int slot = 0; slot < slots; slot++) {
            Instant day =
                    Instant.ofEpochSecond(
                            series.slotStart(slot).getEpochSecond() / 86_400 * 86_400);
            double[] sum = days.computeIfAbsent(day, _ -> new double[2]);
            sum[0] += series.values()[slot];
            sum[1]++;
        }
        return days.values().stream().filter(sum -> sum[0] / sum[1] <= 10).count() >= 4;
    }
}
