package org.labjanitor.simulator.ec2;

import java.time.InstantSource;
import java.util.List;
import org.labjanitor.simulator.service.PerPlace;
import org.labjanitor.simulator.service.Place;

/** EC2 of every account and Region. */
public final class Ec2World {
    private final List<String> accountIds;
    private final PerPlace<Ec2Region> regions;

    public Ec2World(List<String> accountIds, InstantSource clock) {
        this.accountIds = List.copyOf(accountIds);
        Ids ids = new Ids();
        this.regions =
                new PerPlace<>(
                        place -> new Ec2Region(place, ids, clock, id -> ownedByAnother(place, id)));
    }

    public Ec2Region at(Place place) {
        return regions.at(place);
    }

    private boolean ownedByAnother(Place place, String instanceId) {
        return accountIds.stream()
                .filter(account -> !account.equals(place.accountId()))
                .anyMatch(account -> at(new Place(account, place.region())).has(instanceId));
    }
}
