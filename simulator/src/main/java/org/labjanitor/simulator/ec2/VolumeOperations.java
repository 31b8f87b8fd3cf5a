package org.labjanitor.simulator.ec2;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.labjanitor.simulator.ec2.Ec2Operations.Call;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.VolumeAttachment;
import software.amazon.awssdk.services.ec2.model.VolumeAttachmentState;

/** {@code DescribeVolumes}: those of instances, and those that instances have left behind. */
final class VolumeOperations {
    private static final String NAME = "DescribeVolumes";

    private final Ec2Operations operations;

    VolumeOperations(Ec2Operations operations) {
        this.operations = operations;
    }

    List<Operation<?, ?>> operations() {
        return List.of(
                operations.operation(
                        NAME,
                        DescribeVolumesRequest::builder,
                        Set.of(
                                "VolumeIds",
                                "Filters",
                                "MaxResults",
                                "NextToken",
                                "IncludeManagedResources"),
                        this::describe));
    }

    private DescribeVolumesResponse describe(Call call, DescribeVolumesRequest request) {
        Ec2Stock stock = call.stock();
        if (!request.volumeIds().isEmpty() && request.maxResults() != null) {
            throw AwsError.badRequest(
                    "InvalidParameterCombination",
                    "The parameter volumeSet cannot be used with the parameter maxResults");
        }
        List<Volume> found =
                candidates(stock, request.volumeIds()).stream()
                        .filter(volume -> isVisible(stock, volume, request))
                        .filter(filters(stock).matching(request.filters()))
                        .toList();
        Page<Volume> page =
                Page.of(
                        found,
                        Volume::id,
                        new Page.Wish(NAME, request.maxResults(), request.nextToken()));
        return DescribeVolumesResponse.builder()
                .volumes(page.items().stream().map(volume -> view(stock, volume)).toList())
                .nextToken(page.nextToken())
                .build();
    }

    /** A hidden instance's volumes are hidden with it. */
    private static boolean isVisible(
            Ec2Stock stock, Volume volume, DescribeVolumesRequest request) {
        String instanceId = volume.instanceId();
        Machine machine = instanceId == null ? null : stock.machines().get(instanceId);
        return machine == null
                || !machine.seed().hidden()
                || Boolean.TRUE.equals(request.includeManagedResources());
    }

    private static List<Volume> candidates(Ec2Stock stock, List<String> ids) {
        if (ids.isEmpty()) {
            return List.copyOf(stock.volumes().values());
        }
        List<Volume> named = new ArrayList<>();
        for (String id : ids) {
            Volume volume = stock.volumes().get(id);
            if (volume == null) {
                throw AwsError.badRequest(
                        "InvalidVolume.NotFound", "The volume '" + id + "' does not exist.");
            }
            named.add(volume);
        }
        return named;
    }

    private static Filters<Volume> filters(Ec2Stock stock) {
        return new Filters<Volume>(volume -> stock.tags().of(volume.id()))
                .on("volume-id", Volume::id)
                .on("status", Volume::state)
                .on("volume-type", Volume::type)
                .on("size", Volume::sizeGib)
                .on("availability-zone", Volume::zone)
                .on("create-time", volume -> Times.text(volume.createTime()))
                .on("attachment.instance-id", Volume::instanceId)
                .onEach(
                        "attachment.delete-on-termination",
                        volume ->
                                volume.instanceId() == null
                                        ? Stream.empty()
                                        : Stream.of(volume.deleteOnTermination()));
    }

    private static software.amazon.awssdk.services.ec2.model.Volume view(
            Ec2Stock stock, Volume volume) {
        return software.amazon.awssdk.services.ec2.model.Volume.builder()
                .volumeId(volume.id())
                .volumeType(volume.type())
                .size(volume.sizeGib())
                .availabilityZone(volume.zone())
                .createTime(volume.createTime())
                .encrypted(false)
                .state(volume.state())
                .attachments(attachments(volume))
                .tags(stock.tags().list(volume.id()))
                .build();
    }

    private static List<VolumeAttachment> attachments(Volume volume) {
        if (volume.instanceId() == null) {
            return List.of();
        }
        return List.of(
                VolumeAttachment.builder()
                        .volumeId(volume.id())
                        .instanceId(volume.instanceId())
                        .device(volume.device())
                        .attachTime(volume.attachTime())
                        .deleteOnTermination(volume.deleteOnTermination())
                        .state(VolumeAttachmentState.ATTACHED)
                        .build());
    }
}
