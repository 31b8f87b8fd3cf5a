package org.labjanitor.instances.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.labjanitor.instances.inventory.Chunks;
import org.labjanitor.runtime.aws.AwsFailure;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.DescribeInstanceInformationRequest;
import software.amazon.awssdk.services.ssm.model.InstanceInformation;
import software.amazon.awssdk.services.ssm.model.InstanceInformationStringFilter;
import software.amazon.awssdk.services.ssm.model.PingStatus;
import software.amazon.awssdk.services.ssm.model.PlatformType;

/** Which machines have an SSM agent that takes a shell script now. */
final class AgentStates {
    /** Most machines on a page, and well within the 100 values that a filter may have. */
    private static final int PAGE = 50;

    private final Supplier<SsmClient> ssm;
    private final String region;

    AgentStates(Supplier<SsmClient> ssm, String region) {
        this.ssm = ssm;
        this.region = region;
    }

    /** Why each of those that do not is out of reach; the others are not in it. */
    Map<String, String> refusals(List<String> instanceIds) {
        Map<String, String> refusals = new HashMap<>();
        for (List<String> part : Chunks.of(instanceIds, PAGE)) {
            try {
                Map<String, InstanceInformation> agents = read(part);
                part.forEach(id -> put(refusals, id, refusal(agents.get(id))));
            } catch (SdkException e) {
                String why =
                        AwsFailure.of("ssm:DescribeInstanceInformation in " + region, e).message();
                part.forEach(id -> refusals.put(id, why));
            }
        }
        return refusals;
    }

    private static void put(Map<String, String> refusals, String id, @Nullable String why) {
        if (why != null) {
            refusals.put(id, why);
        }
    }

    private Map<String, InstanceInformation> read(List<String> instanceIds) {
        DescribeInstanceInformationRequest request =
                DescribeInstanceInformationRequest.builder()
                        .filters(
                                InstanceInformationStringFilter.builder()
                                        .key("InstanceIds")
                                        .values(instanceIds)
                                        .build())
                        .maxResults(PAGE)
                        .build();
        Map<String, InstanceInformation> agents = new HashMap<>();
        ssm.get()
                .describeInstanceInformationPaginator(request)
                .instanceInformationList()
                .forEach(agent -> agents.put(agent.instanceId(), agent));
        return agents;
    }

    private static @Nullable String refusal(@Nullable InstanceInformation agent) {
        if (agent == null) {
            return "no SSM agent of the machine is registered";
        }
        if (agent.pingStatus() != PingStatus.ONLINE) {
            return "the machine's SSM agent is not online but " + agent.pingStatusAsString();
        }
        return agent.platformType() == PlatformType.LINUX
                ? null
                : "only Linux machines can be asked, and this is " + agent.platformTypeAsString();
    }
}
