package org.labjanitor.simulator.cloudwatch;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;

/**
 * A metric's name. "CloudWatch treats each unique combination of dimensions as a separate metric"
 * (CloudWatch concepts, Dimensions), whatever their order.
 */
public record MetricId(String namespace, String name, Map<String, String> dimensions) {
    public MetricId {
        dimensions = Map.copyOf(dimensions);
    }

    /** A metric that EC2 publishes about an instance, such as {@code CPUUtilization}. */
    public static MetricId ofInstance(String name, String instanceId) {
        return new MetricId("AWS/EC2", name, Map.of("InstanceId", instanceId));
    }

    static MetricId of(String namespace, String name, List<Dimension> dimensions) {
        return new MetricId(
                namespace,
                name,
                dimensions.stream()
                        .collect(
                                Collectors.toMap(
                                        Dimension::name,
                                        Dimension::value,
                                        (first, second) -> {
                                            throw AwsError.notSimulated(
                                                    "a dimension that is named twice");
                                        })));
    }
}
