package org.labjanitor.instances.inventory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.instance.SpotRequest;
import org.labjanitor.core.instance.SpotRequest.Persistence;
import org.labjanitor.runtime.aws.AwsFailure;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.SpotInstanceRequest;
import software.amazon.awssdk.services.ec2.model.SpotInstanceType;

/** Tells one-time Spot requests from persistent ones, which would launch a new instance. */
final class SpotRequests {
    private static final int PAGE = 1000;

    private final Ec2Client ec2;
    private final String region;

    SpotRequests(Ec2Client ec2, String region) {
        this.ec2 = ec2;
        this.region = region;
    }

    /** The same instances, their Spot requests filled in; one that cannot be read stays unknown. */
    Inventory fillIn(List<LabInstance> instances) {
        List<String> ids =
                instances.stream()
                        .map(instance -> instance.instance().spotRequest())
                        .filter(Objects::nonNull)
                        .map(SpotRequest::id)
                        .distinct()
                        .toList();
        if (ids.isEmpty()) {
            return new Inventory(instances, List.of());
        }
        try {
            Map<String, Persistence> persistence = read(ids);
            return new Inventory(
                    instances.stream().map(instance -> filledIn(instance, persistence)).toList(),
                    List.of());
        } catch (SdkException e) {
            return new Inventory(
                    instances,
                    List.of(
                            AwsFailure.of("ec2:DescribeSpotInstanceRequests in " + region, e)
                                    .message()));
        }
    }

    private Map<String, Persistence> read(List<String> ids) {
        Map<String, Persistence> read = new HashMap<>();
        for (Filter filter : Ec2Filters.perRequest("spot-instance-request-id", ids)) {
            ec2.describeSpotInstanceRequestsPaginator(
                            request -> request.filters(filter).maxResults(PAGE))
                    .spotInstanceRequests()
                    .forEach(request ->
                            read.put(request.spotInstanceRequestId(), persistence(request)));
        }
        return read;
    }

    private static Persistence persistence(SpotInstanceRequest request) {
        if (request.type() == SpotInstanceType.ONE_TIME) {
            return Persistence.ONE_TIME;
        }
        return request.type() == SpotInstanceType.PERSISTENT
                ? Persistence.PERSISTENT
                : Persistence.UNKNOWN;
    }

    private static LabInstance filledIn(
            LabInstance instance, Map<String, Persistence> persistence) {
        Instance seen = instance.instance();
        SpotRequest request = seen.spotRequest();
        if (request == null) {
            return instance;
        }
        return instance.with(
                seen.withSpotRequest(
                        new SpotRequest(
                                request.id(),
                                persistence.getOrDefault(request.id(), Persistence.UNKNOWN))));
    }
}
