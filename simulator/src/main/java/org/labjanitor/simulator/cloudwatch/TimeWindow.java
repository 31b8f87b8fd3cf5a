package org.labjanitor.simulator.cloudwatch;

/**
 * A stretch of time cut into periods, in epoch seconds. Periods count from the start, not from the
 * full hour: "both GetMetricStatistics and GetMetricData return timestamps aligned to the provided
 * StartTime" (AWS in github boto/boto3#3457; the CLI's example of get-metric-statistics shows it).
 *
 * @param from inclusive
 * @param to exclusive; cuts the last period short where it falls into it
 * @param keptFrom nothing before this is kept any more
 * @param now what EC2 measures after this is not known yet
 */
record TimeWindow(long from, long to, int period, long keptFrom, long now) {
    int periods() {
        return Math.toIntExact(Math.max(0, Math.ceilDiv(to - from, (long) period)));
    }
}
