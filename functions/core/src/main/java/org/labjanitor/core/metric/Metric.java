package org.labjanitor.core.metric;

/**
 * The CloudWatch metrics of an instance (namespace {@code AWS/EC2}, dimension {@code InstanceId})
 * that a verdict may rest on.
 */
public enum Metric {
    /** Percent of the allocated compute units in use, 0 to 100. */
    CPU_UTILIZATION("CPUUtilization"),
    /** Bytes received in the period. */
    NETWORK_IN("NetworkIn"),
    /** Bytes sent in the period. */
    NETWORK_OUT("NetworkOut");

    private final String awsName;

    Metric(String awsName) {
        this.awsName = awsName;
    }

    /** The metric's name in CloudWatch. */
    public String awsName() {
        return awsName;
    }
}
