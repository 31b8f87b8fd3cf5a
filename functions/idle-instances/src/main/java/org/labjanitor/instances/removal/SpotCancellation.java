package org.labjanitor.instances.removal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.labjanitor.core.instance.SpotRequest;
import org.labjanitor.core.instance.SpotRequest.Persistence;
import org.labjanitor.instances.inventory.Ec2Filters;
import org.labjanitor.instances.inventory.LabInstance;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.result.Outcome;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.SpotInstanceRequest;
import software.amazon.awssdk.services.ec2.model.SpotInstanceState;

/**
 * Cancels persistent Spot requests before their instances go; otherwise EC2 would launch new ones.
 */
final class SpotCancellation {
    private final Ec2Client ec2;
    private final String region;

    SpotCancellation(Ec2Client ec2, String region) {
        this.ec2 = ec2;
        this.region = region;
    }

    /** The instances whose request stands in the way, with the reason. */
    Map<String, Removal> cancel(List<LabInstance> instances) {
        Map<String, Removal> refused = new HashMap<>();
        for (LabInstance instance : instances) {
            SpotRequest request = instance.instance().spotRequest();
            if (request != null && request.persistence() == Persistence.PERSISTENT) {
                String fault = cancel(request.id());
                if (!fault.isEmpty()) {
                    refused.put(instance.id(), new Removal(Outcome.REFUSED, fault));
                }
            }
        }
        return refused;
    }

    private String cancel(String requestId) {
        try {
            ec2.cancelSpotInstanceRequests(cancel -> cancel.spotInstanceRequestIds(requestId));
            SpotInstanceState state = state(requestId);
            return state == SpotInstanceState.CANCELLED || state == SpotInstanceState.CLOSED
                    ? ""
                    : "its persistent Spot request %s is still %s and would launch a new instance"
                            .formatted(requestId, state);
        } catch (SdkException e) {
            return AwsFailure.of("ec2:CancelSpotInstanceRequests in " + region, e).message();
        }
    }

    private SpotInstanceState state(String requestId) {
        return ec2
                .describeSpotInstanceRequests(describe ->
                        describe.filters(
                                Ec2Filters.anyOf("spot-instance-request-id", List.of(requestId))))
                .spotInstanceRequests()
                .stream()
                .findFirst()
                .map(SpotInstanceRequest::state)
                .orElse(SpotInstanceState.CLOSED);
    }
}
