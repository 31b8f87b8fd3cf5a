package org.labjanitor.instances.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.Filter;

/**
 * The instances of one Region. Managed instances, which EC2 may hide, are asked for as well: a
 * report that leaves them out would call a Region clean that is not.
 */
public final class InstanceInventory {
    private static final int PAGE = 1000;

    private final Ec2Client ec2;
    private final InstanceMapper mapper;
    private final SpotRequests spotRequests;

    public InstanceInventory(Ec2Client ec2, String region) {
        this.ec2 = ec2;
        this.mapper = new InstanceMapper(region);
        this.spotRequests = new SpotRequests(ec2, region);
    }

    /**
     * Every instance with the tag that is not gone.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException if the list cannot be had whole
     */
    public Inventory tagged(String tagKey) {
        return list(
                Ec2Filters.anyOf("tag-key", List.of(tagKey)),
                Ec2Filters.anyOf(
                        "instance-state-name",
                        List.of("pending", "running", "stopping", "stopped")));
    }

    /**
     * Those of the ids that exist, whatever their tags and state; ids that do not exist are left
     * out.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException if the list cannot be had whole
     */
    public Inventory named(Collection<String> ids) {
        List<LabInstance> found = new ArrayList<>();
        List<String> gaps = new ArrayList<>();
        for (Filter filter : Ec2Filters.perRequest("instance-id", List.copyOf(ids))) {
            // As a filter and not as InstanceIds: one unknown id there fails the whole call.
            Inventory part = list(filter);
            found.addAll(part.instances());
            gaps.addAll(part.gaps());
        }
        return new Inventory(found, gaps);
    }

    private Inventory list(Filter... filters) {
        DescribeInstancesRequest request =
                DescribeInstancesRequest.builder()
                        .filters(filters)
                        .maxResults(PAGE)
                        .includeManagedResources(true)
                        .build();
        List<LabInstance> found =
                ec2.describeInstancesPaginator(request).reservations().stream()
                        .flatMap(reservation -> reservation.instances().stream())
                        .map(mapper::map)
                        .toList();
        return spotRequests.fillIn(found);
    }
}
