package org.labjanitor.cli.command;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.region.RegionalClients;
import org.labjanitor.cli.aws.SimulatedTime;
import org.labjanitor.runtime.account.AccountGuard;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.settings.Settings;

/**
 * A command's visit to an account that is the right one.
 *
 * @param account its id, as STS names it
 * @param buckets clients for its buckets
 * @param clock the time there
 */
record Visit(
        String account,
        Settings settings,
        AwsClients clients,
        RegionalClients buckets,
        InstantSource clock)
        implements AutoCloseable {
    /**
     * Begins a visit.
     *
     * @param region where to ask first; null leaves it to the profile
     * @throws UsageException if options or settings are wrong
     * @throws org.labjanitor.runtime.account.WrongAccountException if it is another account
     */
    static Visit begin(
            Surroundings here,
            AccountOptions who,
            @Nullable String region,
            @Nullable String labTag) {
        Settings settings = new SettingsChoice(here.environment()).of(who.account, labTag);
        AwsConnection connection =
                new ConnectionChoice(here.environment(), here.profiles()).of(who, region);
        AwsClients clients = new AwsClients(connection);
        try {
            return new Visit(
                    new AccountGuard(clients.sts(), settings.accountId()).check(),
                    settings,
                    clients,
                    new RegionalClients(clients),
                    new SimulatedTime(here.clock()).at(connection.endpoint()));
        } catch (RuntimeException e) {
            clients.close();
            throw e;
        }
    }

    @Override
    public void close() {
        clients.close();
    }
}
