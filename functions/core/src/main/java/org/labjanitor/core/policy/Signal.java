package org.labjanitor.core.policy;

import java.util.List;
import java.util.stream.Collectors;
import org.labjanitor.core.instance.TypeFeatures;
import org.labjanitor.core.metric.Metric;
import org.labjanitor.core.metric.Statistic;

/**
 * What a policy can ask for besides CPU and network. Each is known by the hour: an hour that
 * reaches the limit is a use.
 */
public enum Signal {
    /** Packets in and out, added up over an hour. */
    NETWORK_PACKETS("networkPacketsPerHour", 1, Statistic.SUM),
    /** Megabytes (1,000,000 bytes) from and to the EBS volumes, added up over an hour. */
    DISK_BYTES("diskMegabytesPerHour", 1_000_000, Statistic.SUM),
    /** Reads from and writes to the EBS volumes, added up over an hour. */
    DISK_OPERATIONS("diskOperationsPerHour", 1, Statistic.SUM),
    /** CPU credits spent, added up over an hour; fixed-performance types have none. */
    CPU_CREDITS("cpuCreditsPerHour", 1, Statistic.SUM),
    /** The busiest GPU's percentage at its highest in an hour; types without a GPU have none. */
    GPU("gpuPercent", 1, Statistic.MAXIMUM);

    private static final double PERCENT = 100;
    private static final double MOST = 1e12;

    private final String key;
    private final double unit;
    private final Statistic statistic;

    Signal(String key, double unit, Statistic statistic) {
        this.key = key;
        this.unit = unit;
        this.statistic = statistic;
    }

    /** The setting's name, which ends in its unit. */
    public String key() {
        return key;
    }

    /** The metrics whose values add up to the signal. */
    public List<Metric> metrics() {
        return switch (this) {
            case NETWORK_PACKETS -> List.of(Metric.NETWORK_PACKETS_IN, Metric.NETWORK_PACKETS_OUT);
            case DISK_BYTES -> List.of(Metric.EBS_READ_BYTES, Metric.EBS_WRITE_BYTES);
            case DISK_OPERATIONS -> List.of(Metric.EBS_READ_OPS, Metric.EBS_WRITE_OPS);
            case CPU_CREDITS -> List.of(Metric.CPU_CREDIT_USAGE);
            case GPU -> List.of(Metric.GPU_UTILIZATION);
        };
    }

    /** How CloudWatch condenses an hour of each metric. */
    public Statistic statistic() {
        return statistic;
    }

    /** The highest limit, in the unit of {@link #key}. */
    public double most() {
        return this == GPU ? PERCENT : MOST;
    }

    /** Where it is seen, such as {@code CloudWatch EBSReadBytes and EBSWriteBytes}. */
    public String source() {
        return metrics().stream()
                .map(Metric::awsName)
                .collect(Collectors.joining(" and ", "CloudWatch ", ""));
    }

    /**
     * Whether instances of a type have what the signal measures. One that has it may still lack the
     * metric, as Xen types lack those of EBS: then its use is unknown.
     */
    public boolean existsOn(String instanceType) {
        return switch (this) {
            case CPU_CREDITS -> TypeFeatures.isBurstable(instanceType);
            case GPU -> TypeFeatures.hasNvidiaGpu(instanceType);
            case NETWORK_PACKETS, DISK_BYTES, DISK_OPERATIONS -> true;
        };
    }

    double inMetricUnits(double value) {
        return value * unit;
    }
}
