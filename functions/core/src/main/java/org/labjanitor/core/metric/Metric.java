package org.labjanitor.core.metric;

/**
 * The CloudWatch metrics of an instance (dimension {@code InstanceId}, and no other) that a verdict
 * may rest on. What a type does not have, or nobody publishes, has no data points.
 */
public enum Metric {
    /** Percent of the allocated compute units in use, 0 to 100. */
    CPU_UTILIZATION("CPUUtilization"),
    /** Bytes received in the period. */
    NETWORK_IN("NetworkIn"),
    /** Bytes sent in the period. */
    NETWORK_OUT("NetworkOut"),
    /** Packets received in the period. */
    NETWORK_PACKETS_IN("NetworkPacketsIn"),
    /** Packets sent in the period. */
    NETWORK_PACKETS_OUT("NetworkPacketsOut"),
    /** Bytes read from all EBS volumes in the period; Nitro types that are not bare metal only. */
    EBS_READ_BYTES("EBSReadBytes"),
    /** Bytes written to all EBS volumes in the period; Nitro types that are not bare metal only. */
    EBS_WRITE_BYTES("EBSWriteBytes"),
    /** Reads from all EBS volumes in the period; Nitro types that are not bare metal only. */
    EBS_READ_OPS("EBSReadOps"),
    /** Writes to all EBS volumes in the period; Nitro types that are not bare metal only. */
    EBS_WRITE_OPS("EBSWriteOps"),
    /** Credits spent in the period, each one vCPU at 100 % for a minute; burstable types only. */
    CPU_CREDIT_USAGE("CPUCreditUsage"),
    /**
     * Percent of the time in which an NVIDIA GPU was at work, 0 to 100. The CloudWatch agent
     * publishes it by index, name and host of the GPU, and by {@code InstanceId} alone where its
     * {@code aggregation_dimensions} say so; then it has the samples of all GPUs.
     */
    GPU_UTILIZATION("CWAgent", "nvidia_smi_utilization_gpu");

    private final String namespace;
    private final String awsName;

    Metric(String awsName) {
        this("AWS/EC2", awsName);
    }

    Metric(String namespace, String awsName) {
        this.namespace = namespace;
        this.awsName = awsName;
    }

    /** The namespace in CloudWatch; the agent's is its default. */
    public String namespace() {
        return namespace;
    }

    /** The metric's name in CloudWatch. */
    public String awsName() {
        return awsName;
    }
}
