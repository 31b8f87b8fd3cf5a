package org.labjanitor.simulator.ec2;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.ec2.offer.LabImage;
import org.labjanitor.simulator.ec2.offer.PublicImages;
import org.labjanitor.simulator.service.Place;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** Everything EC2 has in one account and Region. Guarded by its {@link Ec2Region}. */
final class Ec2Stock {
    private static final String INSTANCE_ID = "i-([0-9a-f]{8}|[0-9a-f]{17})";
    private static final String IMAGE_ID = "ami-[0-9a-f]{8}([0-9a-f]{9})?";

    private final Place place;
    private final Predicate<String> ownedByAnother;

    /** Looked into from other accounts too, without the lock of this one. */
    private final NavigableMap<String, Machine> machines = new ConcurrentSkipListMap<>();

    private final NavigableMap<String, Volume> volumes = new TreeMap<>();
    private final NavigableMap<String, Address> addresses = new TreeMap<>();
    private final NavigableMap<String, SpotRequest> spotRequests = new TreeMap<>();
    private final NavigableMap<String, LabKeyPair> keyPairs = new TreeMap<>();
    private final NavigableMap<String, LabImage> images;
    private final Set<String> instanceProfiles = new TreeSet<>();
    private final Network network;
    private final Capacity capacity;
    private final Map<String, Launched> launchesByToken = new TreeMap<>();
    private final TagBook tags = new TagBook();

    /** A launch that a client token stands for. */
    record Launched(RunInstancesRequest request, List<Machine> machines) {}

    Ec2Stock(Place place, Predicate<String> ownedByAnother) {
        this.place = place;
        this.ownedByAnother = ownedByAnother;
        this.images = new TreeMap<>(PublicImages.of(place.region()).byId());
        this.network = new Network(place);
        this.capacity = new Capacity(place.region());
    }

    Place place() {
        return place;
    }

    NavigableMap<String, Machine> machines() {
        return machines;
    }

    NavigableMap<String, Volume> volumes() {
        return volumes;
    }

    NavigableMap<String, Address> addresses() {
        return addresses;
    }

    NavigableMap<String, SpotRequest> spotRequests() {
        return spotRequests;
    }

    Map<String, Launched> launchesByToken() {
        return launchesByToken;
    }

    NavigableMap<String, LabKeyPair> keyPairs() {
        return keyPairs;
    }

    LabKeyPair keyPair(String name) {
        LabKeyPair key = keyPairs.get(name);
        if (key == null) {
            throw AwsError.badRequest(
                    "InvalidKeyPair.NotFound", "The key pair '" + name + "' does not exist");
        }
        return key;
    }

    /** The images that this account can launch here. */
    NavigableMap<String, LabImage> images() {
        return images;
    }

    LabImage image(String id) {
        if (!id.matches(IMAGE_ID)) {
            throw AwsError.badRequest(
                    "InvalidAMIID.Malformed", "Invalid id: \"" + id + "\" (expecting \"ami-...\")");
        }
        LabImage image = images.get(id);
        if (image == null) {
            throw AwsError.badRequest(
                    "InvalidAMIID.NotFound", "The image id '[" + id + "]' does not exist");
        }
        return image;
    }

    /** Names of the account's instance profiles. */
    Set<String> instanceProfiles() {
        return instanceProfiles;
    }

    Network network() {
        return network;
    }

    Capacity capacity() {
        return capacity;
    }

    TagBook tags() {
        return tags;
    }

    Machine machine(@Nullable String id) {
        if (id == null) {
            throw AwsError.badRequest(
                    "MissingParameter", "The request must contain the parameter InstanceId");
        }
        return machines(List.of(id)).getFirst();
    }

    /** The instances of those ids, or the error that one bad id makes of the whole call. */
    List<Machine> machines(Collection<String> ids) {
        requireWellFormed(ids);
        requireNoneMissing(
                ids.stream().filter(id -> !machines.containsKey(id)).distinct().toList());
        return found(ids);
    }

    /** As {@link #machines(Collection)}, but what another account owns is silently left out. */
    List<Machine> machinesToDescribe(Collection<String> ids) {
        requireWellFormed(ids);
        requireNoneMissing(
                ids.stream()
                        .filter(id -> !machines.containsKey(id) && !ownedByAnother.test(id))
                        .distinct()
                        .toList());
        return found(ids);
    }

    private List<Machine> found(Collection<String> ids) {
        return new LinkedHashSet<>(ids)
                .stream().filter(machines::containsKey).map(machines::get).toList();
    }

    private static void requireWellFormed(Collection<String> ids) {
        for (String id : ids) {
            if (!id.matches(INSTANCE_ID)) {
                throw AwsError.badRequest(
                        "InvalidInstanceID.Malformed", "Invalid id: \"" + id + "\"");
            }
        }
    }

    private static void requireNoneMissing(List<String> missing) {
        if (missing.size() == 1) {
            throw AwsError.badRequest(
                    "InvalidInstanceID.NotFound",
                    "The instance ID '" + missing.getFirst() + "' does not exist");
        }
        if (!missing.isEmpty()) {
            throw AwsError.badRequest(
                    "InvalidInstanceID.NotFound",
                    missing.stream()
                            .collect(
                                    Collectors.joining(
                                            ", ", "The instance IDs '", "' do not exist")));
        }
    }
}
