package org.labjanitor.simulator.cloudwatch;

import java.util.concurrent.ConcurrentSkipListMap;

/** What clients have published of one metric, summed up by storage resolution. */
final class PublishedSeries implements Samples {
    private final ConcurrentSkipListMap<Long, StatisticSet> bySecond =
            new ConcurrentSkipListMap<>();

    /**
     * @param resolution seconds that share one data point, 1 or 60
     */
    void add(long second, int resolution, StatisticSet samples) {
        bySecond.merge(second - Math.floorMod(second, resolution), samples, StatisticSet::plus);
    }

    @Override
    public void pourInto(Buckets buckets) {
        TimeWindow window = buckets.window();
        bySecond.subMap(window.from(), window.to())
                .forEach((second, set) ->
                        buckets.add(second, set.count(), set.sum(), set.minimum(), set.maximum()));
    }
}
