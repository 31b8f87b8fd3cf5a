package org.labjanitor.instances.region;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.labjanitor.runtime.aws.AwsClients;

/** The clients of every Region that was asked for so far. */
public final class RegionalClients {
    private final AwsClients clients;
    private final Map<String, RegionClients> byRegion = new ConcurrentHashMap<>();

    /** Builds the home Region's clients at once, while the function initialises. */
    public RegionalClients(AwsClients clients) {
        this.clients = clients;
        in(clients.homeRegion());
    }

    public RegionClients in(String region) {
        return byRegion.computeIfAbsent(region, name -> new RegionClients(clients, name));
    }

    public RegionClients home() {
        return in(clients.homeRegion());
    }
}
