package org.labjanitor.core.judge;

import java.util.stream.Collectors;
import org.labjanitor.core.metric.Metric;
import org.labjanitor.core.policy.Signal;
import org.labjanitor.core.verdict.Fact;

/** Names signals and their amounts as a person reads them. */
final class SignalWords {
    private SignalWords() {}

    /** {@code 120 MB from and to EBS volumes}. */
    static String use(Signal signal, double value) {
        return switch (signal) {
            case NETWORK_PACKETS -> amount(signal, value) + " over the network";
            case DISK_BYTES -> amount(signal, value) + " from and to EBS volumes";
            case DISK_OPERATIONS -> amount(signal, value) + " on EBS volumes";
            case CPU_CREDITS -> amount(signal, value) + " spent";
            case GPU -> "GPU peak of " + amount(signal, value);
        };
    }

    static String amount(Signal signal, double value) {
        return switch (signal) {
            case NETWORK_PACKETS -> Phrases.number(value) + " packets";
            case DISK_BYTES -> Phrases.megabytes(value);
            case DISK_OPERATIONS -> Phrases.number(value) + " reads and writes";
            case CPU_CREDITS -> Phrases.number(value) + " CPU credits";
            case GPU -> Phrases.percent(value);
        };
    }

    static String most(Signal signal) {
        return signal == Signal.GPU ? "highest GPU peak" : "most " + subject(signal) + " in 1 h";
    }

    private static String subject(Signal signal) {
        return switch (signal) {
            case NETWORK_PACKETS -> "network packets";
            case DISK_BYTES -> "EBS traffic";
            case DISK_OPERATIONS -> "EBS operations";
            case CPU_CREDITS -> "CPU credits";
            case GPU -> "GPU use";
        };
    }

    static String metrics(Signal signal) {
        return signal.metrics().stream().map(Metric::awsName).collect(Collectors.joining(" or "));
    }

    /** Ends the sentence about data that are missing. */
    static String whoPublishes(Signal signal) {
        return switch (signal) {
            case NETWORK_PACKETS -> "EC2 publishes it for every type, with basic monitoring.";
            case DISK_BYTES, DISK_OPERATIONS ->
                    "EC2 publishes it for Nitro types that are not bare metal.";
            case CPU_CREDITS -> "EC2 publishes it for burstable types.";
            case GPU ->
                    "the CloudWatch agent on the instance publishes it, if its"
                            + " aggregation_dimensions name InstanceId.";
        };
    }

    /** A signal that was asked for, and that instances of the type do not have. */
    static Fact absent(Signal signal, String instanceType) {
        return new Fact(
                subject(signal),
                "not looked at: type " + instanceType + " has none",
                "EC2 DescribeInstances",
                null);
    }
}
