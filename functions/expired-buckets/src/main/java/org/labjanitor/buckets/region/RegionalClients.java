package org.labjanitor.buckets.region;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.labjanitor.runtime.aws.AwsClients;

/** The clients of every Region that was asked for so far. */
public final class RegionalClients {
    private final AwsClients clients;
    private final Map<String, RegionClients> byRegion = new ConcurrentHashMap<>();

    /**
     * Builds the clients that list the account's buckets at once, while the function initialises.
     */
    public RegionalClients(AwsClients clients) {
        this.clients = clients;
        in(PartitionHome.of(clients.homeRegion()));
    }

    public RegionClients in(String region) {
        return byRegion.computeIfAbsent(region, name -> new RegionClients(clients, name));
    }

    /** Where the account's buckets are listed. */
    public RegionClients partitionHome() {
        return in(PartitionHome.of(clients.homeRegion()));
    }

    public String homeRegion() {
        return clients.homeRegion();
    }
}
