package org.labjanitor.simulator.ec2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.ec2.Ec2Operations.Call;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.EbsBlockDevice;
import software.amazon.awssdk.services.ec2.model.InstanceInterruptionBehavior;
import software.amazon.awssdk.services.ec2.model.InstanceMarketOptionsRequest;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.MarketType;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;
import software.amazon.awssdk.services.ec2.model.SpotInstanceType;
import software.amazon.awssdk.services.ec2.model.SpotMarketOptions;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** {@code RunInstances}; a client token that comes again launches nothing more. */
final class LaunchOperations {
    private static final Set<ResourceType> TAGGABLE =
            Set.of(ResourceType.INSTANCE, ResourceType.VOLUME, ResourceType.SPOT_INSTANCES_REQUEST);

    private final Ec2Operations operations;

    LaunchOperations(Ec2Operations operations) {
        this.operations = operations;
    }

    List<Operation<?, ?>> operations() {
        return List.of(
                operations.operation(
                        "RunInstances",
                        RunInstancesRequest::builder,
                        Set.of(
                                "ImageId",
                                "InstanceType",
                                "MinCount",
                                "MaxCount",
                                "KeyName",
                                "SubnetId",
                                "SecurityGroupIds",
                                "UserData",
                                "ClientToken",
                                "Placement",
                                "BlockDeviceMappings",
                                "TagSpecifications",
                                "DisableApiTermination",
                                "DisableApiStop",
                                "InstanceInitiatedShutdownBehavior",
                                "InstanceMarketOptions",
                                "Monitoring"),
                        this::run));
    }

    private RunInstancesResponse run(Call call, RunInstancesRequest request) {
        List<Machine> machines =
                earlierLaunch(call, request).orElseGet(() -> launch(call, request));
        Reservation reservation = new InstanceView(call.stock()).reservation(machines);
        return RunInstancesResponse.builder()
                .reservationId(reservation.reservationId())
                .ownerId(reservation.ownerId())
                .groups(List.of())
                .instances(reservation.instances())
                .build();
    }

    private static Optional<List<Machine>> earlierLaunch(Call call, RunInstancesRequest request) {
        Ec2Stock.@Nullable Launched launched =
                request.clientToken() == null
                        ? null
                        : call.stock().launchesByToken().get(request.clientToken());
        if (launched == null) {
            return Optional.empty();
        }
        if (!launched.request().equals(request)) {
            throw AwsError.badRequest(
                    "IdempotentParameterMismatch",
                    "Arguments on this idempotent request are inconsistent with arguments used in previous request(s).");
        }
        return Optional.of(launched.machines());
    }

    private static List<Machine> launch(Call call, RunInstancesRequest request) {
        requireCounts(request);
        InstanceSeed seed = seed(call, request);
        Map<String, String> requestTags =
                TagRules.of(ResourceType.SPOT_INSTANCES_REQUEST, request.tagSpecifications());
        List<Machine> machines =
                call.lifecycle().launch(seed, request.maxCount(), call.context().now());
        for (Machine machine : machines) {
            SpotRequest spotRequest = machine.spotRequest();
            if (spotRequest != null) {
                call.stock().tags().of(spotRequest.id()).putAll(requestTags);
            }
        }
        if (request.clientToken() != null) {
            call.stock()
                    .launchesByToken()
                    .put(request.clientToken(), new Ec2Stock.Launched(request, machines));
        }
        return machines;
    }

    private static void requireCounts(RunInstancesRequest request) {
        require(
                request.minCount() != null,
                "MissingParameter",
                "The request must contain the parameter MinCount");
        require(
                request.maxCount() != null,
                "MissingParameter",
                "The request must contain the parameter MaxCount");
        require(
                1 <= request.minCount() && request.minCount() <= request.maxCount(),
                "InvalidParameterValue",
                "Value (%d) for parameter minCount is invalid: between 1 and maxCount %d"
                        .formatted(request.minCount(), request.maxCount()));
        require(
                request.imageId() != null,
                "MissingParameter",
                "The request must contain the parameter ImageId");
    }

    private static void require(boolean rule, String code, String message) {
        if (!rule) {
            throw AwsError.badRequest(code, message);
        }
    }

    private static InstanceSeed seed(Call call, RunInstancesRequest request) {
        request.tagSpecifications().forEach(LaunchOperations::requireTaggable);
        SpotInstanceType spot = spot(request.instanceMarketOptions());
        boolean protect = Boolean.TRUE.equals(request.disableApiTermination());
        boolean protectStop = Boolean.TRUE.equals(request.disableApiStop());
        require(
                spot == null || (!protect && !protectStop),
                "InvalidParameterCombination",
                "A Spot Instance cannot be protected from termination or stop");
        return InstanceSeed.builder()
                .state(InstanceStateName.PENDING)
                .image(request.imageId())
                // "Default: m1.small" [API RunInstances]
                .type(Objects.requireNonNullElse(request.instanceTypeAsString(), "m1.small"))
                .zone(zone(call, request))
                .tags(TagRules.of(ResourceType.INSTANCE, request.tagSpecifications()))
                .volumeTags(TagRules.of(ResourceType.VOLUME, request.tagSpecifications()))
                .volumes(volumes(request.blockDeviceMappings()))
                .terminationProtected(protect)
                .stopProtected(protectStop)
                .shutdownBehavior(
                        Objects.requireNonNullElse(
                                request.instanceInitiatedShutdownBehaviorAsString(), "stop"))
                .spot(spot)
                .detailedMonitoring(
                        request.monitoring() != null
                                && Boolean.TRUE.equals(request.monitoring().enabled()))
                .keyName(request.keyName())
                .subnet(request.subnetId())
                .securityGroups(request.securityGroupIds())
                .clientToken(request.clientToken())
                .build();
    }

    private static void requireTaggable(TagSpecification specification) {
        require(
                TAGGABLE.contains(specification.resourceType()),
                "UnknownParameter",
                "The lab's RunInstances cannot tag a " + specification.resourceTypeAsString());
    }

    private static @Nullable String zone(Call call, RunInstancesRequest request) {
        if (request.placement() == null) {
            return null;
        }
        Honoured.only("RunInstances", request.placement(), Set.of("AvailabilityZone"));
        String zone = request.placement().availabilityZone();
        require(
                zone == null || zone.matches(call.context().region() + "[a-f]"),
                "InvalidParameterValue",
                "Invalid availability zone: [" + zone + "]");
        return zone;
    }

    private static @Nullable SpotInstanceType spot(@Nullable InstanceMarketOptionsRequest market) {
        if (market == null) {
            return null;
        }
        Honoured.only("RunInstances", market, Set.of("MarketType", "SpotOptions"));
        require(
                market.marketType() == MarketType.SPOT,
                "UnknownParameter",
                "The lab does not know the market type " + market.marketTypeAsString());
        return spotType(market.spotOptions());
    }

    private static SpotInstanceType spotType(@Nullable SpotMarketOptions options) {
        if (options == null || options.spotInstanceType() == null) {
            return SpotInstanceType.ONE_TIME;
        }
        Honoured.only(
                "RunInstances",
                options,
                Set.of("SpotInstanceType", "InstanceInterruptionBehavior", "MaxPrice"));
        boolean lasting = options.spotInstanceType() == SpotInstanceType.PERSISTENT;
        InstanceInterruptionBehavior behavior = options.instanceInterruptionBehavior();
        require(
                !lasting
                        || behavior == InstanceInterruptionBehavior.STOP
                        || behavior == InstanceInterruptionBehavior.HIBERNATE,
                "InvalidParameterCombination",
                "Persistent Spot Instance requests are only supported when the instance interruption behavior is either hibernate or stop");
        return options.spotInstanceType();
    }

    /** The image brings a root volume, which a mapping of the same device changes. */
    private static List<VolumeSeed> volumes(List<BlockDeviceMapping> mappings) {
        Map<String, VolumeSeed> byDevice = new LinkedHashMap<>();
        byDevice.put(VolumeSeed.ROOT_DEVICE, VolumeSeed.root());
        for (BlockDeviceMapping mapping : mappings) {
            Honoured.only("RunInstances", mapping, Set.of("DeviceName", "Ebs"));
            VolumeSeed volume = volume(mapping);
            byDevice.put(volume.device(), volume);
        }
        return new ArrayList<>(byDevice.values());
    }

    /** A volume made at launch by API goes with its instance unless the mapping says otherwise. */
    private static VolumeSeed volume(BlockDeviceMapping mapping) {
        EbsBlockDevice ebs =
                Optional.ofNullable(mapping.ebs())
                        .orElseGet(() -> EbsBlockDevice.builder().build());
        Honoured.only(
                "RunInstances", ebs, Set.of("DeleteOnTermination", "VolumeSize", "VolumeType"));
        return new VolumeSeed(
                mapping.deviceName(),
                Objects.requireNonNullElse(ebs.volumeTypeAsString(), "gp3"),
                Objects.requireNonNullElse(ebs.volumeSize(), 8),
                !Boolean.FALSE.equals(ebs.deleteOnTermination()),
                null);
    }
}
