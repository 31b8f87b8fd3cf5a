package org.labjanitor.simulator.service;

import org.labjanitor.simulator.identity.Account;
import org.labjanitor.simulator.identity.Accounts;
import org.labjanitor.simulator.identity.RegionCatalogue;
import org.labjanitor.simulator.wire.AwsError;

/** Who may come in: known key, existing and enabled Region, action not denied; in this order. */
public final class Gate {
    /** "No permissions are required", and even an explicit deny has no effect [STS API]. */
    private static final String ALWAYS_ALLOWED = "sts:GetCallerIdentity";

    private final Accounts accounts;
    private final RegionCatalogue regions;

    public Gate(Accounts accounts, RegionCatalogue regions) {
        this.accounts = accounts;
        this.regions = regions;
    }

    /** The caller's account, or the service's own word of refusal. */
    Account identify(AwsService service, Signature signature) {
        if (!regions.exists(signature.region())) {
            throw AwsError.badRequest(
                    "UnknownRegion",
                    "The lab has no Region '%s', only %s"
                            .formatted(signature.region(), regions.names()));
        }
        ErrorDialect errors = service.errors();
        Account account = accounts.byKey(signature.accessKeyId()).orElseThrow(errors::unknownKey);
        if (account.isExpired(signature.accessKeyId())) {
            throw errors.expiredKey();
        }
        if (!account.isEnabled(signature.region())) {
            // The exact code of a Region that is not enabled is not documented; AuthFailure is what
            // EC2 users report, and the other services fail to recognise the key.
            throw errors.unknownKey();
        }
        return account;
    }

    void authorize(AwsService service, String operation, Account account, String region) {
        service.iamAction(operation)
                .filter(action -> !action.equals(ALWAYS_ALLOWED))
                .filter(action -> account.denies(action, region))
                .ifPresent(action -> {
                    throw service.errors().denied(account.userArn(), action);
                });
    }
}
