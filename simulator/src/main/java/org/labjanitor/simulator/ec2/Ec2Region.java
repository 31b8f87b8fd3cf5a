package org.labjanitor.simulator.ec2;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.labjanitor.simulator.ec2.offer.LabImage;
import org.labjanitor.simulator.ec2.offer.TypeOffer;
import org.labjanitor.simulator.service.Place;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

/**
 * EC2 in one account and Region, as its owner sees it from behind the scenes: what is put in here
 * needs no call and leaves no trace in the call log. Safe for use by many threads.
 */
public final class Ec2Region {
    private final Ec2Stock stock;
    private final Agenda agenda = new Agenda();
    private final Lifecycle lifecycle;
    private final RequestBuckets buckets = new RequestBuckets();
    private final InstantSource clock;
    private boolean throttling;

    Ec2Region(Place place, Ids ids, InstantSource clock, Predicate<String> ownedByAnother) {
        this.stock = new Ec2Stock(place, ownedByAnother);
        this.lifecycle = new Lifecycle(stock, agenda, ids);
        this.clock = clock;
    }

    /** What an operation does while nobody else touches this Region. */
    interface Deed<R> {
        R in(Ec2Stock stock, Lifecycle lifecycle);
    }

    /** Lets everything happen that is due by now, then does the deed. */
    synchronized <R> R act(Instant now, Deed<R> deed) {
        agenda.runUntil(now);
        return deed.in(stock, lifecycle);
    }

    /** Puts an instance in and answers its id. */
    public String seed(InstanceSeed seed) {
        return seed(seed, 1).getFirst();
    }

    /** Puts so many alike instances in, under one reservation, and answers their ids. */
    public List<String> seed(InstanceSeed seed, int count) {
        Instant now = clock.instant();
        return act(
                now,
                (all, lives) -> lives.launch(seed, count, now).stream().map(Machine::id).toList());
    }

    /** Allocates an Elastic IP address, to an instance or to nobody, and answers it. */
    public String seedAddress(Optional<String> instanceId) {
        return act(
                clock.instant(),
                (all, lives) -> {
                    Address address = lives.allocateAddress();
                    instanceId.ifPresent(id -> lives.associate(address, all.machine(id)));
                    return address.publicIp();
                });
    }

    /** Puts an image in that this account can launch here. */
    public void register(LabImage image) {
        act(clock.instant(), (all, lives) -> all.images().put(image.id(), image));
    }

    /** Puts a key pair in, of which nobody has the private key. */
    public void seedKeyPair(String name) {
        Instant now = clock.instant();
        act(
                now,
                (all, lives) ->
                        all.keyPairs()
                                .put(
                                        name,
                                        new LabKeyPair(
                                                lives.newId("key"), name, "rsa", "", "", now)));
    }

    /** Puts a security group into the default VPC and answers its id. */
    public String seedSecurityGroup(String name) {
        return act(
                clock.instant(),
                (all, lives) -> {
                    LabGroup group = new LabGroup(lives.newId("sg"), name, name);
                    all.network().add(group);
                    return group.id();
                });
    }

    /** Makes an instance profile of that name known. */
    public void seedInstanceProfile(String name) {
        act(clock.instant(), (all, lives) -> all.instanceProfiles().add(name));
    }

    /** Deletes the default VPC with its subnets and groups. */
    public void deleteDefaultVpc() {
        act(
                clock.instant(),
                (all, lives) -> {
                    all.network().deleteDefaultVpc();
                    return true;
                });
    }

    /**
     * Lets only so many more instances of a type start in a zone, from now on. A launch takes
     * places; a termination gives none back. Without a word there is always room.
     */
    public void freeCapacity(String type, String zone, int instances) {
        act(
                clock.instant(),
                (all, lives) -> {
                    all.capacity().free(type, zone, instances);
                    return true;
                });
    }

    /** No longer offers a type in a zone, as AWS does not offer t3 in us-east-1e. */
    public void withdraw(String type, String zone) {
        act(
                clock.instant(),
                (all, lives) -> {
                    all.capacity().withdraw(type, zone);
                    return true;
                });
    }

    /**
     * Sets the quota of On-Demand vCPUs that a type counts against; types of the standard families
     * share one. Without a word there is none.
     *
     * @param type any type under that quota, such as {@code t3.micro}
     */
    public void limitVcpus(String type, int vcpus) {
        String quota = Objects.requireNonNull(TypeOffer.all().get(type), type).quota();
        act(
                clock.instant(),
                (all, lives) -> {
                    all.capacity().limitVcpus(quota, vcpus);
                    return true;
                });
    }

    /** What an instance was given as user data, in Base64; empty where it got none. */
    public Optional<String> userData(String instanceId) {
        return act(
                clock.instant(),
                (all, lives) ->
                        Optional.ofNullable(all.machine(instanceId).seed().traits())
                                .map(LaunchTraits::userData));
    }

    /** The state of an instance; empty where it is not, or no longer, to be seen. */
    public Optional<InstanceStateName> state(String instanceId) {
        return act(
                clock.instant(),
                (all, lives) ->
                        Optional.ofNullable(all.machines().get(instanceId)).map(Machine::state));
    }

    /** Ids of every instance that is neither shutting down nor terminated. */
    public List<String> liveInstanceIds() {
        return act(
                clock.instant(),
                (all, lives) ->
                        all.machines().values().stream()
                                .filter(machine -> !machine.isGoing())
                                .map(Machine::id)
                                .toList());
    }

    /**
     * Turns EC2's token buckets on or off; they are off at first. They fill with lab time, so a
     * clock that stands still fills none.
     */
    public synchronized void throttle(boolean on) {
        throttling = on;
    }

    /** Takes tokens for a call, where throttling is on. */
    synchronized void admit(CallCost cost, Instant now) {
        if (throttling) {
            buckets.take(cost, now);
        }
    }

    /** Takes no lock: two accounts that look for ids in each other must not wait in a circle. */
    boolean has(String instanceId) {
        return stock.machines().containsKey(instanceId);
    }
}
