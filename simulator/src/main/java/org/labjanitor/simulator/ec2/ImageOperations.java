package org.labjanitor.simulator.ec2;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.labjanitor.simulator.ec2.Ec2Operations.Call;
import org.labjanitor.simulator.ec2.offer.LabImage;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ec2.model.Image;

/** {@code DescribeImages}: the public ones and the account's own. */
final class ImageOperations {
    private static final String NAME = "DescribeImages";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Ec2Operations operations;

    ImageOperations(Ec2Operations operations) {
        this.operations = operations;
    }

    List<Operation<?, ?>> operations() {
        return List.of(
                operations.operation(
                        NAME,
                        DescribeImagesRequest::builder,
                        Set.of(
                                "ImageIds",
                                "Owners",
                                "Filters",
                                "IncludeDeprecated",
                                "MaxResults",
                                "NextToken"),
                        this::describe));
    }

    private DescribeImagesResponse describe(Call call, DescribeImagesRequest request) {
        if (!request.imageIds().isEmpty() && request.maxResults() != null) {
            throw AwsError.badRequest(
                    "InvalidParameterCombination",
                    "The parameter imagesSet cannot be used with the parameter maxResults");
        }
        String account = call.context().accountId();
        List<LabImage> found =
                candidates(call.stock(), request).stream()
                        .filter(image -> isListed(call, request, image))
                        .filter(image -> isOwned(account, request.owners(), image))
                        .filter(filters(call.stock()).matching(request.filters()))
                        .toList();
        Page<LabImage> page =
                Page.of(
                        found,
                        LabImage::id,
                        new Page.Wish(NAME, request.maxResults(), request.nextToken()));
        return DescribeImagesResponse.builder()
                .images(page.items().stream().map(image -> view(call.stock(), image)).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static List<LabImage> candidates(Ec2Stock stock, DescribeImagesRequest request) {
        if (request.imageIds().isEmpty()) {
            return List.copyOf(stock.images().values());
        }
        List<LabImage> named = new ArrayList<>();
        request.imageIds().stream().distinct().sorted().forEach(id -> named.add(stock.image(id)));
        return named;
    }

    /** A deprecated image shows to who names it, asks for such, or owns it. */
    private static boolean isListed(Call call, DescribeImagesRequest request, LabImage image) {
        boolean deprecated =
                image.deprecated() != null && !image.deprecated().isAfter(call.context().now());
        return !deprecated
                || Boolean.TRUE.equals(request.includeDeprecated())
                || request.imageIds().contains(image.id())
                || image.ownerId().equals(call.context().accountId());
    }

    private static boolean isOwned(String account, List<String> owners, LabImage image) {
        return owners.isEmpty()
                || owners.contains(image.ownerId())
                || (image.ownerAlias() != null && owners.contains(image.ownerAlias()))
                || (owners.contains("self") && image.ownerId().equals(account));
    }

    private static Filters<LabImage> filters(Ec2Stock stock) {
        return new Filters<LabImage>(image -> stock.tags().of(image.id()))
                .on("architecture", LabImage::architecture)
                .on("creation-date", image -> DATE.format(image.created()))
                .on("description", LabImage::description)
                .on("image-id", LabImage::id)
                .on("image-type", image -> "machine")
                .on("is-public", LabImage::isPublic)
                .on("name", LabImage::name)
                .on("owner-alias", LabImage::ownerAlias)
                .on("owner-id", LabImage::ownerId)
                .on("root-device-name", LabImage::rootDevice)
                .on("root-device-type", image -> "ebs")
                .on("state", image -> "available")
                .on("virtualization-type", image -> "hvm");
    }

    private static Image view(Ec2Stock stock, LabImage image) {
        String location = image.ownerAlias() == null ? image.ownerId() : image.ownerAlias();
        return Image.builder()
                .imageId(image.id())
                .name(image.name())
                .description(image.description())
                .imageLocation(location + "/" + image.name())
                .imageOwnerAlias(image.ownerAlias())
                .ownerId(image.ownerId())
                .architecture(image.architecture())
                .creationDate(DATE.format(image.created()))
                .deprecationTime(
                        image.deprecated() == null ? null : DATE.format(image.deprecated()))
                .state("available")
                .imageType("machine")
                .publicLaunchPermissions(image.isPublic())
                .rootDeviceName(image.rootDevice())
                .rootDeviceType("ebs")
                .blockDeviceMappings(root(image))
                .virtualizationType("hvm")
                .hypervisor("xen")
                .enaSupport(true)
                .platformDetails("Linux/UNIX")
                .usageOperation("RunInstances")
                .imdsSupport(image.tokensRequired() ? "v2.0" : null)
                .tags(stock.tags().list(image.id()))
                .build();
    }

    private static BlockDeviceMapping root(LabImage image) {
        return BlockDeviceMapping.builder()
                .deviceName(image.rootDevice())
                .ebs(ebs ->
                        ebs.volumeSize(image.rootGib())
                                .volumeType("gp3")
                                .deleteOnTermination(true)
                                .encrypted(false))
                .build();
    }
}
