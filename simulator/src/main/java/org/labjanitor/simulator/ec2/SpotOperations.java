package org.labjanitor.simulator.ec2;

import java.util.List;
import java.util.Set;
import org.labjanitor.simulator.ec2.Ec2Operations.Call;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.ec2.model.CancelSpotInstanceRequestsRequest;
import software.amazon.awssdk.services.ec2.model.CancelSpotInstanceRequestsResponse;
import software.amazon.awssdk.services.ec2.model.CancelledSpotInstanceRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSpotInstanceRequestsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSpotInstanceRequestsResponse;
import software.amazon.awssdk.services.ec2.model.SpotInstanceRequest;
import software.amazon.awssdk.services.ec2.model.SpotInstanceStatus;

/** Spot requests: seen and cancelled. */
final class SpotOperations {
    private static final String DESCRIBE = "DescribeSpotInstanceRequests";

    private final Ec2Operations operations;

    SpotOperations(Ec2Operations operations) {
        this.operations = operations;
    }

    List<Operation<?, ?>> operations() {
        return List.of(
                operations.operation(
                        DESCRIBE,
                        DescribeSpotInstanceRequestsRequest::builder,
                        Set.of("SpotInstanceRequestIds", "Filters", "MaxResults", "NextToken"),
                        this::describe),
                operations.operation(
                        "CancelSpotInstanceRequests",
                        CancelSpotInstanceRequestsRequest::builder,
                        Set.of("SpotInstanceRequestIds"),
                        this::cancel));
    }

    private DescribeSpotInstanceRequestsResponse describe(
            Call call, DescribeSpotInstanceRequestsRequest request) {
        Ec2Stock stock = call.stock();
        List<SpotRequest> candidates =
                request.spotInstanceRequestIds().isEmpty()
                        ? List.copyOf(stock.spotRequests().values())
                        : named(stock, request.spotInstanceRequestIds());
        List<SpotRequest> found =
                candidates.stream().filter(filters(stock).matching(request.filters())).toList();
        Page<SpotRequest> page =
                Page.of(
                        found,
                        SpotRequest::id,
                        new Page.Wish(DESCRIBE, request.maxResults(), request.nextToken()));
        return DescribeSpotInstanceRequestsResponse.builder()
                .spotInstanceRequests(page.items().stream().map(spot -> view(stock, spot)).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static List<SpotRequest> named(Ec2Stock stock, List<String> ids) {
        return ids.stream().map(id -> named(stock, id)).toList();
    }

    private static SpotRequest named(Ec2Stock stock, String id) {
        SpotRequest request = stock.spotRequests().get(id);
        if (request == null) {
            throw AwsError.badRequest(
                    "InvalidSpotInstanceRequestID.NotFound",
                    "The spot instance request ID '" + id + "' does not exist");
        }
        return request;
    }

    private static Filters<SpotRequest> filters(Ec2Stock stock) {
        return new Filters<SpotRequest>(request -> stock.tags().of(request.id()))
                .on("spot-instance-request-id", SpotRequest::id)
                .on("instance-id", SpotRequest::instanceId)
                .on("state", SpotRequest::state)
                .on("status-code", SpotRequest::statusCode)
                .on("type", SpotRequest::type);
    }

    private static SpotInstanceRequest view(Ec2Stock stock, SpotRequest request) {
        return SpotInstanceRequest.builder()
                .spotInstanceRequestId(request.id())
                .type(request.type())
                .state(request.state())
                .createTime(request.createTime())
                .instanceId(request.instanceId())
                .status(
                        SpotInstanceStatus.builder()
                                .code(request.statusCode())
                                .updateTime(request.statusTime())
                                .build())
                .tags(stock.tags().list(request.id()))
                .build();
    }

    private CancelSpotInstanceRequestsResponse cancel(
            Call call, CancelSpotInstanceRequestsRequest request) {
        List<SpotRequest> requests = named(call.stock(), request.spotInstanceRequestIds());
        requests.forEach(spot -> call.lifecycle().cancel(spot, call.context().now()));
        return CancelSpotInstanceRequestsResponse.builder()
                .cancelledSpotInstanceRequests(
                        requests.stream().map(SpotOperations::cancelled).toList())
                .build();
    }

    private static CancelledSpotInstanceRequest cancelled(SpotRequest request) {
        return CancelledSpotInstanceRequest.builder()
                .spotInstanceRequestId(request.id())
                .state(request.state().toString())
                .build();
    }
}
