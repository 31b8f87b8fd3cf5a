package org.labjanitor.simulator.cloudwatch;

/**
 * A profile laid out in time, in the future as well: a point is there as soon as its time is over.
 *
 * @param start epoch second of point 0
 * @param step seconds between points
 * @param samplesPerPoint how many measurements a point sums up
 */
record SeededSeries(long start, long step, int samplesPerPoint, Profile profile)
        implements Samples {
    @Override
    public void pourInto(Buckets buckets) {
        TimeWindow window = buckets.window();
        long first = Math.max(0, Math.ceilDiv(window.from() - start, step));
        long inWindow = Math.ceilDiv(window.to() - start, step);
        long measured = Math.floorDiv(window.now() - start, step);
        long end = Math.min(profile.points(), Math.min(inWindow, measured));
        for (long i = first; i < end; i++) {
            pour((int) i, buckets);
        }
    }

    private void pour(int point, Buckets buckets) {
        double average = profile.average().applyAsDouble(point);
        if (!Double.isNaN(average)) {
            buckets.add(
                    start + point * step,
                    samplesPerPoint,
                    average * samplesPerPoint,
                    profile.minimum().applyAsDouble(point),
                    profile.maximum().applyAsDouble(point));
        }
    }
}
