package org.labjanitor.simulator.ec2;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.Ec2Request;

/** Reads from a request what it costs. */
final class Costs {
    private static final Set<String> NARROWING = Set.of("Filters", "MaxResults", "NextToken");
    private static final Set<String> PER_INSTANCE = Set.of("TerminateInstances", "StopInstances");

    private Costs() {}

    static CallCost of(String operation, Ec2Request request) {
        return new CallCost(operation, isBare(request), instances(operation, request));
    }

    private static boolean isBare(Ec2Request request) {
        return NARROWING.stream().noneMatch(member -> isGiven(request, member));
    }

    private static boolean isGiven(Ec2Request request, String member) {
        return request.getValueForField(member, Object.class)
                .filter(value -> !(value instanceof List<?> list && list.isEmpty()))
                .isPresent();
    }

    private static int instances(String operation, Ec2Request request) {
        return PER_INSTANCE.contains(operation)
                ? request.getValueForField("InstanceIds", Object.class)
                        .map(value -> value instanceof List<?> list ? list.size() : 0)
                        .orElse(0)
                : 0;
    }
}
