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
import org.labjanitor.simulator.ec2.offer.LabImage;
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
                                "SecurityGroups",
                                "IamInstanceProfile",
                                "MetadataOptions",
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
                        : call.stock().launchesByToken().get(tokenKey(request));
        if (launched == null) {
            return Optional.empty();
        }
        if (!launched.request().equals(request)) {
            throw AwsError.badRequest(
                    "IdempotentParameterMismatch",
                    "Arguments on this idempotent request are inconsistent with arguments used in previous request(s).");
        }
        if (launched.machines().stream().allMatch(LaunchOperations::isTerminated)) {
            throw AwsError.badRequest(
                    "IdempotentInstanceTerminated",
                    "The client token you have provided is associated with a terminated instance. Please use a different client token.");
        }
        return Optional.of(launched.machines());
    }

    private static boolean isTerminated(Machine machine) {
        return machine.state() == InstanceStateName.TERMINATED;
    }

    /**
     * A token counts per zone where the request names a zone or a subnet, otherwise for the Region
     * [DG ec2-api-idempotency].
     */
    private static String tokenKey(RunInstancesRequest request) {
        String zone = request.placement() == null ? null : request.placement().availabilityZone();
        return request.clientToken()
                + "@"
                + Objects.requireNonNullElse(
                        zone, Objects.requireNonNullElse(request.subnetId(), ""));
    }

    private static List<Machine> launch(Call call, RunInstancesRequest request) {
        requireCounts(request);
        LaunchTarget target = LaunchTarget.of(call, request);
        InstanceSeed seed = seed(call, request, target);
        Map<String, String> requestTags =
                TagRules.of(ResourceType.SPOT_INSTANCES_REQUEST, request.tagSpecifications());
        List<Machine> machines = start(call, request, target, seed);
        for (Machine machine : machines) {
            SpotRequest spotRequest = machine.spotRequest();
            if (spotRequest != null) {
                call.stock().tags().of(spotRequest.id()).putAll(requestTags);
            }
        }
        if (request.clientToken() != null) {
            call.stock()
                    .launchesByToken()
                    .put(tokenKey(request), new Ec2Stock.Launched(request, machines));
        }
        return machines;
    }

    /** "Launches the largest possible number of instances above the specified minimum count." */
    private static List<Machine> start(
            Call call, RunInstancesRequest request, LaunchTarget target, InstanceSeed seed) {
        Capacity capacity = call.stock().capacity();
        String type = target.type().name();
        if (seed.spot() == null) {
            capacity.requireQuota(
                    target.type(), request.maxCount(), call.stock().machines().values());
        }
        String zone =
                target.zone() == null ? capacity.choose(type, request.minCount()) : target.zone();
        int count = capacity.take(type, zone, request.minCount(), request.maxCount());
        return call.lifecycle()
                .launch(seed.toBuilder().zone(zone).build(), count, call.context().now());
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

    private static InstanceSeed seed(Call call, RunInstancesRequest request, LaunchTarget target) {
        TagRules.requireTypes(TAGGABLE, request.tagSpecifications());
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
                .type(target.type().name())
                .tags(TagRules.of(ResourceType.INSTANCE, request.tagSpecifications()))
                .volumeTags(TagRules.of(ResourceType.VOLUME, request.tagSpecifications()))
                .volumes(volumes(target.image(), request.blockDeviceMappings()))
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
                .securityGroups(target.securityGroups())
                .clientToken(request.clientToken())
                .traits(LaunchSettings.traits(call, request, target.image()))
                .build();
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
    private static List<VolumeSeed> volumes(LabImage image, List<BlockDeviceMapping> mappings) {
        Map<String, VolumeSeed> byDevice = new LinkedHashMap<>();
        byDevice.put(
                image.rootDevice(),
                new VolumeSeed(image.rootDevice(), "gp3", image.rootGib(), true, null));
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
