package org.labjanitor.simulator.cloudwatch;

/** What CloudWatch keeps of any number of samples. */
record StatisticSet(double count, double sum, double minimum, double maximum) {
    static StatisticSet ofSample(double value, double count) {
        return new StatisticSet(count, value * count, value, value);
    }

    StatisticSet plus(StatisticSet other) {
        return new StatisticSet(
                count + other.count,
                sum + other.sum,
                Math.min(minimum, other.minimum),
                Math.max(maximum, other.maximum));
    }
}
