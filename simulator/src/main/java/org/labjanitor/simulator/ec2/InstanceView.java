package org.labjanitor.simulator.ec2;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.ec2.offer.TypeOffer;
import software.amazon.awssdk.services.ec2.model.AttachmentStatus;
import software.amazon.awssdk.services.ec2.model.EbsInstanceBlockDevice;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterface;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceAssociation;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceAttachment;
import software.amazon.awssdk.services.ec2.model.InstanceState;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.Monitoring;
import software.amazon.awssdk.services.ec2.model.MonitoringState;
import software.amazon.awssdk.services.ec2.model.OperatorResponse;
import software.amazon.awssdk.services.ec2.model.Placement;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.StateReason;
import software.amazon.awssdk.services.ec2.model.Tenancy;

/** Instances as EC2 shows them. */
final class InstanceView {
    private static final Map<InstanceStateName, Integer> CODES =
            Map.of(
                    InstanceStateName.PENDING, 0,
                    InstanceStateName.RUNNING, 16,
                    InstanceStateName.SHUTTING_DOWN, 32,
                    InstanceStateName.TERMINATED, 48,
                    InstanceStateName.STOPPING, 64,
                    InstanceStateName.STOPPED, 80);

    private static final String FIRST_REGION = "us-east-1";

    private final Ec2Stock stock;

    InstanceView(Ec2Stock stock) {
        this.stock = stock;
    }

    static InstanceState state(InstanceStateName name) {
        return InstanceState.builder().name(name).code(CODES.get(name)).build();
    }

    /** Machines of one reservation, as far as they are on this page. */
    Reservation reservation(List<Machine> machines) {
        Machine first = machines.getFirst();
        return Reservation.builder()
                .reservationId(first.reservationId())
                .ownerId(stock.place().accountId())
                .requesterId(first.seed().requesterId())
                .groups(List.of())
                .instances(machines.stream().map(this::instance).toList())
                .build();
    }

    Instance instance(Machine machine) {
        InstanceSeed seed = machine.seed();
        Instance.Builder instance =
                Instance.builder()
                        .instanceId(machine.id())
                        .imageId(seed.imageId())
                        .instanceType(seed.type())
                        .state(state(machine.state()))
                        .stateTransitionReason(machine.transitionReason())
                        .launchTime(machine.launchTime())
                        .amiLaunchIndex(machine.launchIndex())
                        .keyName(seed.keyName())
                        .clientToken(Optional.ofNullable(seed.clientToken()).orElse(""))
                        .placement(
                                Placement.builder()
                                        .availabilityZone(machine.zone())
                                        .tenancy(Tenancy.DEFAULT)
                                        .groupName("")
                                        .build())
                        .monitoring(Monitoring.builder().state(monitoring(machine)).build())
                        .architecture(architecture(machine))
                        .hypervisor("xen")
                        .virtualizationType("hvm")
                        .platformDetails("Linux/UNIX")
                        .usageOperation("RunInstances")
                        .usageOperationUpdateTime(machine.firstAttach())
                        .rootDeviceType(seed.instanceStore() ? "instance-store" : "ebs")
                        .rootDeviceName(rootDevice(seed))
                        .instanceLifecycle(lifecycle(machine))
                        .operator(operator(seed))
                        .tags(stock.tags().list(machine.id()));
        showSpotRequest(machine, instance);
        showTraits(machine, instance);
        showReason(machine, instance);
        if (machine.state() != InstanceStateName.TERMINATED) {
            showAttachments(machine, instance);
        }
        return instance.build();
    }

    static String architecture(Machine machine) {
        TypeOffer type = TypeOffer.all().get(machine.seed().type());
        return type == null ? "x86_64" : type.architecture();
    }

    private static String rootDevice(InstanceSeed seed) {
        return seed.volumes().isEmpty()
                ? VolumeSeed.ROOT_DEVICE
                : seed.volumes().getFirst().device();
    }

    private void showTraits(Machine machine, Instance.Builder instance) {
        LaunchTraits traits = machine.seed().traits();
        if (traits == null) {
            return;
        }
        instance.metadataOptions(traits.metadata());
        if (traits.profileArn() != null) {
            instance.iamInstanceProfile(profile ->
                    profile.arn(traits.profileArn()).id("AIPALAB0" + stock.place().accountId()));
        }
    }

    static MonitoringState monitoring(Machine machine) {
        return machine.seed().detailedMonitoring()
                ? MonitoringState.ENABLED
                : MonitoringState.DISABLED;
    }

    static @Nullable String lifecycle(Machine machine) {
        return machine.spotRequest() == null ? machine.seed().lifecycle() : "spot";
    }

    private static OperatorResponse operator(InstanceSeed seed) {
        boolean managed = seed.operator() != null;
        OperatorResponse.Builder operator = OperatorResponse.builder().managed(managed);
        if (managed) {
            operator.principal(seed.operator()).hiddenByDefault(seed.hidden());
        }
        return operator.build();
    }

    private static void showSpotRequest(Machine machine, Instance.Builder instance) {
        SpotRequest request = machine.spotRequest();
        if (request != null) {
            instance.spotInstanceRequestId(request.id());
        }
    }

    private static void showReason(Machine machine, Instance.Builder instance) {
        if (machine.transitionReason().startsWith("User initiated")) {
            instance.stateReason(
                    StateReason.builder()
                            .code("Client.UserInitiatedShutdown")
                            .message("Client.UserInitiatedShutdown: User initiated shutdown")
                            .build());
        }
    }

    /** A terminated instance has none of these any more. */
    private void showAttachments(Machine machine, Instance.Builder instance) {
        String privateIp = privateIp(machine);
        Optional<String> address = publicIp(machine);
        List<GroupIdentifier> groups = groups(machine.seed());
        instance.privateIpAddress(privateIp)
                .privateDnsName(privateName(privateIp))
                .publicIpAddress(address.orElse(null))
                .publicDnsName(address.map(this::publicName).orElse(""))
                .vpcId(stock.network().vpcId())
                .subnetId(subnetId(machine))
                .securityGroups(groups)
                .blockDeviceMappings(machine.volumes().stream().map(this::mapping).toList())
                .networkInterfaces(networkInterface(machine, privateIp, address, groups));
    }

    private InstanceBlockDeviceMapping mapping(Volume volume) {
        return InstanceBlockDeviceMapping.builder()
                .deviceName(volume.device())
                .ebs(
                        EbsInstanceBlockDevice.builder()
                                .volumeId(volume.id())
                                .attachTime(volume.attachTime())
                                .deleteOnTermination(volume.deleteOnTermination())
                                .status(AttachmentStatus.ATTACHED)
                                .build())
                .build();
    }

    private InstanceNetworkInterface networkInterface(
            Machine machine,
            String privateIp,
            Optional<String> address,
            List<GroupIdentifier> groups) {
        return InstanceNetworkInterface.builder()
                .networkInterfaceId(machine.interfaceId())
                .ownerId(stock.place().accountId())
                .status("in-use")
                .interfaceType("interface")
                .privateIpAddress(privateIp)
                .vpcId(stock.network().vpcId())
                .subnetId(subnetId(machine))
                .groups(groups)
                .association(address.map(this::association).orElse(null))
                .attachment(
                        InstanceNetworkInterfaceAttachment.builder()
                                .attachmentId(machine.interfaceId().replace("eni-", "eni-attach-"))
                                .attachTime(machine.firstAttach())
                                .deviceIndex(0)
                                .networkCardIndex(0)
                                .deleteOnTermination(true)
                                .status(AttachmentStatus.ATTACHED)
                                .build())
                .build();
    }

    private InstanceNetworkInterfaceAssociation association(String publicIp) {
        return InstanceNetworkInterfaceAssociation.builder()
                .publicIp(publicIp)
                .publicDnsName(publicName(publicIp))
                .ipOwnerId(stock.place().accountId())
                .build();
    }

    /** An Elastic IP address takes the place of the one that the subnet gave. */
    private Optional<String> publicIp(Machine machine) {
        return stock.addresses().values().stream()
                .filter(address -> machine.id().equals(address.instanceId()))
                .map(Address::publicIp)
                .findFirst()
                .or(() -> Optional.ofNullable(machine.publicIp()));
    }

    /** "ip-private-ipv4-address.ec2.internal" in us-east-1, with the Region's name elsewhere. */
    private String privateName(String address) {
        String region = stock.place().region();
        String domain = region.equals(FIRST_REGION) ? "ec2.internal" : region + ".compute.internal";
        return "ip-" + address.replace('.', '-') + "." + domain;
    }

    private String publicName(String address) {
        String region = stock.place().region();
        String domain = region.equals(FIRST_REGION) ? "compute-1" : region + ".compute";
        return "ec2-" + address.replace('.', '-') + "." + domain + ".amazonaws.com";
    }

    private List<GroupIdentifier> groups(InstanceSeed seed) {
        return seed.securityGroupIds().stream()
                .map(id -> GroupIdentifier.builder().groupId(id).groupName(groupName(id)).build())
                .toList();
    }

    private String groupName(String id) {
        return stock.network().groups().stream()
                .filter(group -> group.id().equals(id))
                .map(LabGroup::name)
                .findFirst()
                .orElse(id);
    }

    static String subnetId(Machine machine) {
        String wished = machine.seed().subnetId();
        return wished == null ? Network.subnetId(machine.zone()) : wished;
    }

    private String privateIp(Machine machine) {
        return Network.privateIp(stock.place().region(), machine.zone(), machine.number());
    }
}
