package org.labjanitor.simulator.ec2;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labjanitor.simulator.ec2.Ec2Operations.Call;
import org.labjanitor.simulator.ec2.offer.TypeOffer;
import org.labjanitor.simulator.ec2.offer.Zone;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypeOfferingsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypeOfferingsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesResponse;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.InstanceTypeOffering;
import software.amazon.awssdk.services.ec2.model.LocationType;

/** Zones, instance types, and which type is to be had where. */
final class OfferOperations {
    private static final int MOST_TYPES = 100;

    private final Ec2Operations operations;

    OfferOperations(Ec2Operations operations) {
        this.operations = operations;
    }

    List<Operation<?, ?>> operations() {
        return List.of(
                operations.operation(
                        "DescribeAvailabilityZones",
                        DescribeAvailabilityZonesRequest::builder,
                        Set.of("ZoneNames", "ZoneIds", "Filters", "AllAvailabilityZones"),
                        this::zones),
                operations.operation(
                        "DescribeInstanceTypes",
                        DescribeInstanceTypesRequest::builder,
                        Set.of("InstanceTypes", "Filters", "MaxResults", "NextToken"),
                        this::types),
                operations.operation(
                        "DescribeInstanceTypeOfferings",
                        DescribeInstanceTypeOfferingsRequest::builder,
                        Set.of("LocationType", "Filters", "MaxResults", "NextToken"),
                        this::offerings));
    }

    private DescribeAvailabilityZonesResponse zones(
            Call call, DescribeAvailabilityZonesRequest request) {
        String region = call.context().region();
        List<Zone> all = Zone.of(region);
        requireKnown(request.zoneNames(), all.stream().map(Zone::name).toList());
        requireKnown(request.zoneIds(), all.stream().map(Zone::id).toList());
        Filters<AvailabilityZone> filters =
                new Filters<AvailabilityZone>(zone -> Map.of())
                        .on("zone-name", AvailabilityZone::zoneName)
                        .on("zone-id", AvailabilityZone::zoneId)
                        .on("zone-type", AvailabilityZone::zoneType)
                        .on("region-name", AvailabilityZone::regionName)
                        .on("group-name", AvailabilityZone::groupName)
                        .on("opt-in-status", AvailabilityZone::optInStatusAsString)
                        .on("state", AvailabilityZone::stateAsString);
        return DescribeAvailabilityZonesResponse.builder()
                .availabilityZones(
                        all.stream()
                                .filter(zone -> isNamed(request, zone))
                                .map(zone -> view(region, zone))
                                .filter(filters.matching(request.filters()))
                                .toList())
                .build();
    }

    private static void requireKnown(List<String> asked, List<String> known) {
        for (String name : asked) {
            if (!known.contains(name)) {
                throw AwsError.badRequest(
                        "InvalidParameterValue", "Invalid availability zone: [" + name + "]");
            }
        }
    }

    private static boolean isNamed(DescribeAvailabilityZonesRequest request, Zone zone) {
        return (request.zoneNames().isEmpty() || request.zoneNames().contains(zone.name()))
                && (request.zoneIds().isEmpty() || request.zoneIds().contains(zone.id()));
    }

    private static AvailabilityZone view(String region, Zone zone) {
        return AvailabilityZone.builder()
                .zoneName(zone.name())
                .zoneId(zone.id())
                .zoneType("availability-zone")
                .regionName(region)
                .groupName(region + "-zg-1")
                .networkBorderGroup(region)
                .optInStatus("opt-in-not-required")
                .state("available")
                .messages(List.of())
                .build();
    }

    private DescribeInstanceTypesResponse types(Call call, DescribeInstanceTypesRequest request) {
        requireTypes(request.instanceTypesAsStrings());
        Page.requireAtMost(MOST_TYPES, request.maxResults());
        List<TypeOffer> found =
                TypeOffer.all().values().stream()
                        .filter(type -> isOffered(call, type))
                        .filter(type -> isNamed(request, type))
                        .filter(typeFilters().matching(request.filters()))
                        .toList();
        Page<TypeOffer> page =
                Page.of(
                        found,
                        TypeOffer::name,
                        new Page.Wish(
                                "DescribeInstanceTypes",
                                Objects.requireNonNullElse(request.maxResults(), MOST_TYPES),
                                request.nextToken()));
        return DescribeInstanceTypesResponse.builder()
                .instanceTypes(page.items().stream().map(OfferOperations::view).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static boolean isOffered(Call call, TypeOffer type) {
        return !call.stock().capacity().zonesThatOffer(type.name()).isEmpty();
    }

    private static boolean isNamed(DescribeInstanceTypesRequest request, TypeOffer type) {
        List<String> names = request.instanceTypesAsStrings();
        return names.isEmpty() || names.contains(type.name());
    }

    private static void requireTypes(List<String> names) {
        String unknown =
                names.stream()
                        .filter(name -> !TypeOffer.all().containsKey(name))
                        .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw AwsError.badRequest(
                    "InvalidInstanceType",
                    "The following supplied instance types do not exist: [" + unknown + "]");
        }
    }

    private static Filters<TypeOffer> typeFilters() {
        return new Filters<TypeOffer>(type -> Map.of())
                .on("instance-type", TypeOffer::name)
                .on("current-generation", TypeOffer::currentGeneration)
                .on("burstable-performance-supported", TypeOffer::burstable)
                .on("bare-metal", type -> false)
                .on("hypervisor", TypeOffer::hypervisor)
                .on("memory-info.size-in-mib", TypeOffer::memoryMib)
                .on("vcpu-info.default-vcpus", TypeOffer::vcpus)
                .on("supported-root-device-type", type -> "ebs")
                .on("supported-virtualization-type", type -> "hvm")
                .onEach(
                        "processor-info.supported-architecture",
                        type -> type.architectures().stream());
    }

    private static InstanceTypeInfo view(TypeOffer type) {
        return InstanceTypeInfo.builder()
                .instanceType(type.name())
                .currentGeneration(type.currentGeneration())
                .bareMetal(false)
                .hypervisor(type.hypervisor())
                .burstablePerformanceSupported(type.burstable())
                .processorInfo(p -> p.supportedArchitecturesWithStrings(type.architectures()))
                .vCpuInfo(v -> v.defaultVCpus(type.vcpus()))
                .memoryInfo(m -> m.sizeInMiB(type.memoryMib()))
                .supportedRootDeviceTypesWithStrings("ebs")
                .supportedVirtualizationTypesWithStrings("hvm")
                .supportedUsageClassesWithStrings("on-demand", "spot")
                .build();
    }

    private DescribeInstanceTypeOfferingsResponse offerings(
            Call call, DescribeInstanceTypeOfferingsRequest request) {
        Filters<InstanceTypeOffering> filters =
                new Filters<InstanceTypeOffering>(offering -> Map.of())
                        .on("instance-type", InstanceTypeOffering::instanceTypeAsString)
                        .on("location", InstanceTypeOffering::location);
        // "If you don't specify a location type, the default is the current Region."
        LocationType kind = Objects.requireNonNullElse(request.locationType(), LocationType.REGION);
        List<InstanceTypeOffering> found =
                TypeOffer.all().values().stream()
                        .flatMap(type -> offeringsOf(call, type, kind))
                        .filter(filters.matching(request.filters()))
                        .sorted(Comparator.comparing(OfferOperations::key))
                        .toList();
        Page<InstanceTypeOffering> page =
                Page.of(
                        found,
                        OfferOperations::key,
                        new Page.Wish(
                                "DescribeInstanceTypeOfferings",
                                request.maxResults(),
                                request.nextToken()));
        return DescribeInstanceTypeOfferingsResponse.builder()
                .instanceTypeOfferings(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private static String key(InstanceTypeOffering offering) {
        return offering.instanceTypeAsString() + "/" + offering.location();
    }

    private static Stream<InstanceTypeOffering> offeringsOf(
            Call call, TypeOffer type, LocationType kind) {
        return locations(call, type, kind)
                .distinct()
                .map(location ->
                        InstanceTypeOffering.builder()
                                .instanceType(type.name())
                                .locationType(kind)
                                .location(location)
                                .build());
    }

    private static Stream<String> locations(Call call, TypeOffer type, LocationType kind) {
        String region = call.context().region();
        Stream<Zone> zones =
                Zone.of(region).stream()
                        .filter(zone -> call.stock().capacity().offers(type.name(), zone.name()));
        return switch (kind) {
            case REGION -> zones.map(zone -> region);
            case AVAILABILITY_ZONE -> zones.map(Zone::name);
            case AVAILABILITY_ZONE_ID -> zones.map(Zone::id);
            default -> throw AwsError.notSimulated("offerings by location type " + kind);
        };
    }
}
