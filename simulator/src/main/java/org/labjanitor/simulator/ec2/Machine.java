package org.labjanitor.simulator.ec2;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

/** One EC2 instance: what it was launched as, and what has become of it. */
final class Machine {
    private static final DateTimeFormatter REASON_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final String id;
    private final String reservationId;
    private final int launchIndex;
    private final String zone;
    private final InstanceSeed seed;
    private final String interfaceId;
    private final long number;
    private final Instant firstAttach;
    private final List<Volume> volumes = new ArrayList<>();
    private final @Nullable SpotRequest spotRequest;

    private @Nullable String publicIp;
    private Instant launchTime;
    private InstanceStateName state;
    private String transitionReason = "";
    private boolean terminationProtected;
    private boolean stopProtected;
    private String shutdownBehavior;

    Machine(
            Identity identity,
            String zone,
            InstanceSeed seed,
            Instant launchTime,
            Instant firstAttach,
            @Nullable SpotRequest spotRequest) {
        this.id = identity.instanceId();
        this.reservationId = identity.reservationId();
        this.launchIndex = identity.launchIndex();
        this.interfaceId = identity.interfaceId();
        this.number = identity.number();
        this.zone = zone;
        this.seed = seed;
        this.launchTime = launchTime;
        this.firstAttach = firstAttach;
        this.spotRequest = spotRequest;
        this.state = seed.state();
        this.terminationProtected = seed.terminationProtected();
        this.stopProtected = seed.stopProtected();
        this.shutdownBehavior = seed.shutdownBehavior();
    }

    /** Every name that an instance is given. */
    record Identity(
            String instanceId,
            String reservationId,
            int launchIndex,
            String interfaceId,
            long number) {}

    String id() {
        return id;
    }

    String reservationId() {
        return reservationId;
    }

    int launchIndex() {
        return launchIndex;
    }

    String interfaceId() {
        return interfaceId;
    }

    /** Unique in the lab; addresses are made of it. */
    long number() {
        return number;
    }

    String zone() {
        return zone;
    }

    InstanceSeed seed() {
        return seed;
    }

    Instant launchTime() {
        return launchTime;
    }

    Instant firstAttach() {
        return firstAttach;
    }

    InstanceStateName state() {
        return state;
    }

    boolean isIn(InstanceStateName one, InstanceStateName... others) {
        return state == one || List.of(others).contains(state);
    }

    /** Shutting down or terminated. */
    boolean isGoing() {
        return isIn(InstanceStateName.SHUTTING_DOWN, InstanceStateName.TERMINATED);
    }

    String transitionReason() {
        return transitionReason;
    }

    List<Volume> volumes() {
        return volumes;
    }

    @Nullable SpotRequest spotRequest() {
        return spotRequest;
    }

    /** The address that its subnet gave it; null unless it runs in a public subnet. */
    @Nullable String publicIp() {
        return publicIp;
    }

    void publicIp(@Nullable String address) {
        publicIp = address;
    }

    boolean isManaged() {
        return seed.operator() != null;
    }

    /** The name of the attribute that protects it from termination, or null. */
    @Nullable String terminationBlocker() {
        if (terminationProtected) {
            return "disableApiTermination";
        }
        // Stop protection blocks termination by API too, without setting the other attribute.
        return stopProtected ? "disableApiStop" : null;
    }

    boolean terminationProtected() {
        return terminationProtected;
    }

    boolean stopProtected() {
        return stopProtected;
    }

    String shutdownBehavior() {
        return shutdownBehavior;
    }

    void protectFromTermination(boolean value) {
        terminationProtected = value;
    }

    void protectFromStop(boolean value) {
        stopProtected = value;
    }

    void shutdownBehavior(String value) {
        shutdownBehavior = value;
    }

    void enter(InstanceStateName next) {
        state = next;
    }

    void leaveByUser(InstanceStateName next, Instant now) {
        state = next;
        transitionReason = userInitiated(now);
    }

    void transitionReason(String reason) {
        transitionReason = reason;
    }

    /** A start moves the launch time; what was attached stays attached since the first launch. */
    void start(Instant now) {
        state = InstanceStateName.PENDING;
        launchTime = now;
        transitionReason = "";
    }

    static String userInitiated(Instant now) {
        return "User initiated (" + REASON_TIME.format(now) + " GMT)";
    }
}
