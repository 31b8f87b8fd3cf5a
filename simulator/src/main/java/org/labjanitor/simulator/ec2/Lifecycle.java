package org.labjanitor.simulator.ec2;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.SpotInstanceState;
import software.amazon.awssdk.services.ec2.model.SpotInstanceType;

/**
 * The life of instances in one account and Region: what happens at once, and what follows later by
 * itself. AWS documents the transitions, not how long they take; the lab's times are plausible and
 * fixed.
 */
final class Lifecycle {
    static final Duration BOOT = Duration.ofSeconds(10);
    static final Duration STOP = Duration.ofSeconds(30);
    static final Duration SHUT_DOWN = Duration.ofSeconds(30);

    /** "Terminated instances remain visible after termination (for approximately one hour)." */
    static final Duration VISIBLE_AFTER_TERMINATION = Duration.ofHours(1);

    /** A group's health check finds a member that is not running, a request its lost instance. */
    static final Duration REPLACEMENT = Duration.ofSeconds(60);

    /** "Canceled and terminated Spot requests appear for about four hours." */
    static final Duration SPOT_REQUEST_VISIBLE = Duration.ofHours(4);

    static final String GROUP_TAG = "aws:autoscaling:groupName";

    private final Ec2Stock stock;
    private final Agenda agenda;
    private final Ids ids;

    Lifecycle(Ec2Stock stock, Agenda agenda, Ids ids) {
        this.stock = stock;
        this.agenda = agenda;
        this.ids = ids;
    }

    /** Launches instances that are alike, under one reservation. */
    List<Machine> launch(InstanceSeed seed, int count, Instant now) {
        String reservationId = ids.next("r");
        List<Machine> launched = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            SpotRequest request = spotRequest(seed.spot(), now);
            launched.add(bringIn(seed, reservationId, index, request, now));
        }
        return launched;
    }

    private @Nullable SpotRequest spotRequest(@Nullable SpotInstanceType type, Instant now) {
        if (type == null) {
            return null;
        }
        SpotRequest request = new SpotRequest(newSpotRequestId(), type, now);
        stock.spotRequests().put(request.id(), request);
        return request;
    }

    private String newSpotRequestId() {
        return "sir-%08x".formatted(0x1000_0000L + ids.nextNumber());
    }

    private Machine bringIn(
            InstanceSeed seed,
            String reservationId,
            int index,
            @Nullable SpotRequest request,
            Instant now) {
        Instant launchTime = seconds(seed.launchTime(), now);
        Instant firstAttach = seconds(seed.attachTime(), launchTime);
        String wantedId = seed.id();
        Machine machine =
                new Machine(
                        new Machine.Identity(
                                wantedId == null ? ids.next("i") : wantedId,
                                reservationId,
                                index,
                                ids.next("eni"),
                                ids.nextNumber()),
                        zone(seed),
                        seed,
                        launchTime,
                        firstAttach,
                        request);
        if (stock.machines().putIfAbsent(machine.id(), machine) != null) {
            throw new IllegalArgumentException("the lab already has an instance " + machine.id());
        }
        stock.tags().of(machine.id()).putAll(seed.tags());
        if (request != null) {
            request.fulfil(machine.id(), now);
        }
        takeUpState(machine, now);
        return machine;
    }

    private String zone(InstanceSeed seed) {
        String zone = seed.zone();
        String region = stock.place().region();
        if (zone != null && !zone.startsWith(region)) {
            throw new IllegalArgumentException("no zone of " + region + ": " + zone);
        }
        return zone == null ? region + "a" : zone;
    }

    private static Instant seconds(@Nullable Instant wanted, Instant otherwise) {
        return (wanted == null ? otherwise : wanted).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Puts a new machine into the state it comes with, and what follows from that state. */
    private void takeUpState(Machine machine, Instant now) {
        if (machine.state() != InstanceStateName.TERMINATED) {
            attachVolumes(machine);
        }
        String reason = machine.seed().transitionReason();
        String said = reason == null ? Machine.userInitiated(now) : reason;
        switch (machine.state()) {
            case PENDING -> finishBoot(machine, now);
            case STOPPING -> {
                machine.transitionReason(said);
                finishStop(machine, now);
            }
            case STOPPED -> {
                machine.transitionReason(said);
                disableSpotRequest(machine, now);
            }
            case SHUTTING_DOWN -> {
                machine.transitionReason(said);
                closeSpotRequest(machine, now);
                finishTermination(machine, now);
            }
            case TERMINATED -> {
                machine.transitionReason(said);
                closeSpotRequest(machine, now);
                forgetLater(machine, now);
            }
            default -> {}
        }
    }

    private void closeSpotRequest(Machine machine, Instant now) {
        SpotRequest request = machine.spotRequest();
        if (request != null) {
            request.close(now);
            forgetLater(request, now);
        }
    }

    private void attachVolumes(Machine machine) {
        for (VolumeSeed seed : machine.seed().volumes()) {
            Instant attachTime = seconds(seed.attachTime(), machine.firstAttach());
            Volume volume =
                    new Volume(
                            ids.next("vol"),
                            machine.zone(),
                            seed,
                            attachTime,
                            attachTime,
                            machine.id());
            stock.volumes().put(volume.id(), volume);
            stock.tags().of(volume.id()).putAll(machine.seed().volumeTags());
            machine.volumes().add(volume);
        }
    }

    void start(Machine machine, Instant now) {
        machine.start(now.truncatedTo(ChronoUnit.SECONDS));
        SpotRequest request = machine.spotRequest();
        if (request != null) {
            request.fulfil(machine.id(), now);
        }
        finishBoot(machine, now);
    }

    private void finishBoot(Machine machine, Instant now) {
        agenda.at(
                now.plus(BOOT),
                time -> {
                    if (machine.state() == InstanceStateName.PENDING) {
                        machine.enter(InstanceStateName.RUNNING);
                        givePublicAddress(machine);
                    }
                });
    }

    private void givePublicAddress(Machine machine) {
        LaunchTraits traits = machine.seed().traits();
        if (traits != null && traits.publicAddress()) {
            machine.publicIp(publicIp(ids.nextNumber()));
        }
    }

    void stop(Machine machine, Instant now) {
        machine.leaveByUser(InstanceStateName.STOPPING, now);
        machine.publicIp(null);
        disableSpotRequest(machine, now);
        finishStop(machine, now);
        replaceInGroup(machine, now);
    }

    private void finishStop(Machine machine, Instant now) {
        agenda.at(
                now.plus(STOP),
                time -> {
                    if (machine.state() == InstanceStateName.STOPPING) {
                        machine.enter(InstanceStateName.STOPPED);
                    }
                });
    }

    private static void disableSpotRequest(Machine machine, Instant now) {
        SpotRequest request = machine.spotRequest();
        if (request != null) {
            request.disable(now);
        }
    }

    void terminate(Machine machine, Instant now) {
        boolean wasStopping = machine.isIn(InstanceStateName.STOPPING, InstanceStateName.STOPPED);
        machine.leaveByUser(InstanceStateName.SHUTTING_DOWN, now);
        machine.publicIp(null);
        loseSpotInstance(machine, now);
        finishTermination(machine, now);
        if (!wasStopping) {
            replaceInGroup(machine, now);
        }
    }

    private void finishTermination(Machine machine, Instant now) {
        agenda.at(now.plus(SHUT_DOWN), time -> finishTerminationNow(machine, time));
    }

    private void finishTerminationNow(Machine machine, Instant time) {
        machine.enter(InstanceStateName.TERMINATED);
        for (Volume volume : machine.volumes()) {
            volume.detach();
            if (volume.deleteOnTermination()) {
                stock.volumes().remove(volume.id());
                stock.tags().forget(volume.id());
            }
        }
        disassociateAll(machine);
        forgetLater(machine, time);
    }

    private void disassociateAll(Machine machine) {
        stock.addresses().values().stream()
                .filter(address -> machine.id().equals(address.instanceId()))
                .forEach(Address::disassociate);
    }

    private void forgetLater(Machine machine, Instant now) {
        agenda.at(
                now.plus(VISIBLE_AFTER_TERMINATION),
                time -> {
                    stock.machines().remove(machine.id());
                    stock.tags().forget(machine.id());
                });
    }

    /**
     * "Any state other than running is unhealthy": the group ends the member and starts another.
     */
    private void replaceInGroup(Machine machine, Instant now) {
        if (!stock.tags().of(machine.id()).containsKey(GROUP_TAG)) {
            return;
        }
        InstanceSeed successor = successor(machine);
        agenda.at(
                now.plus(REPLACEMENT),
                time -> {
                    if (!machine.isGoing()) {
                        terminate(machine, time);
                    }
                    bringIn(successor, ids.next("r"), 0, spotRequest(successor.spot(), time), time);
                });
    }

    private InstanceSeed successor(Machine machine) {
        return machine.seed().toBuilder()
                .id(null)
                .state(InstanceStateName.PENDING)
                .launched(null)
                .attached(null)
                .clientToken(null)
                .transitionReason(null)
                .volumes(machine.seed().volumes().stream().map(Lifecycle::anew).toList())
                .tags(stock.tags().of(machine.id()))
                .build();
    }

    private static VolumeSeed anew(VolumeSeed seed) {
        return new VolumeSeed(
                seed.device(), seed.type(), seed.sizeGib(), seed.deleteOnTermination(), null);
    }

    private void loseSpotInstance(Machine machine, Instant now) {
        SpotRequest request = machine.spotRequest();
        if (request == null) {
            return;
        }
        if (request.isOver()) {
            request.instanceGone(now);
            forgetLater(request, now);
        } else if (request.persistent()) {
            request.reopen(now);
            fulfilLater(request, successor(machine), now);
        } else {
            request.close(now);
            forgetLater(request, now);
        }
    }

    private void fulfilLater(SpotRequest request, InstanceSeed seed, Instant now) {
        agenda.at(
                now.plus(REPLACEMENT),
                time -> {
                    if (request.state() == SpotInstanceState.OPEN) {
                        bringIn(seed, ids.next("r"), 0, request, time);
                    }
                });
    }

    String newId(String prefix) {
        return ids.next(prefix);
    }

    /** 198.18.0.0/15 belongs to nobody: it is kept for benchmarks (RFC 2544). */
    private static String publicIp(long number) {
        return "198.%d.%d.%d".formatted(18 + number / 65536 % 2, number / 256 % 256, number % 256);
    }

    Address allocateAddress() {
        String publicIp = publicIp(ids.nextNumber());
        Address address = new Address(ids.next("eipalloc"), publicIp);
        stock.addresses().put(address.allocationId(), address);
        return address;
    }

    /** An address that the instance has already is disassociated, but stays allocated. */
    void associate(Address address, Machine machine) {
        disassociateAll(machine);
        address.associate(ids.next("eipassoc"), machine.id());
    }

    /** Cancelling never touches a running instance, but terminates a stopped one. */
    void cancel(SpotRequest request, Instant now) {
        if (request.isOver()) {
            return;
        }
        boolean disabled = request.state() == SpotInstanceState.DISABLED;
        String instanceId = request.instanceId();
        request.cancel(now);
        if (instanceId == null) {
            forgetLater(request, now);
        } else if (disabled) {
            Machine machine = stock.machines().get(instanceId);
            if (machine != null && !machine.isGoing()) {
                terminate(machine, now);
            }
        }
    }

    private void forgetLater(SpotRequest request, Instant now) {
        agenda.at(
                now.plus(SPOT_REQUEST_VISIBLE),
                time -> {
                    stock.spotRequests().remove(request.id());
                    stock.tags().forget(request.id());
                });
    }
}
