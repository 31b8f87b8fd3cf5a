package org.labjanitor.simulator;

import java.util.function.Function;
import org.labjanitor.simulator.identity.Account;

/** One account of the lab, seen from behind the scenes: what it may do and what it has. */
public final class LabAccount {
    private final Account account;
    private final Function<String, LabRegion> regions;

    LabAccount(Account account, Function<String, LabRegion> regions) {
        this.account = account;
        this.regions = regions;
    }

    public String id() {
        return account.id();
    }

    /** The account's lasting access key id. */
    public String accessKey() {
        return account.accessKey();
    }

    /** A further access key id of this account, which can be made to expire. */
    public String issueKey() {
        return account.issueKey();
    }

    public void expireKey(String accessKeyId) {
        account.expireKey(accessKeyId);
    }

    /**
     * Denies an action such as {@code ec2:DescribeInstances}, or all those that a pattern such as
     * {@code s3:Get*} matches, in every Region.
     */
    public void deny(String action) {
        account.deny(action);
    }

    public void deny(String action, String region) {
        account.deny(action, region);
    }

    /** Takes back every denial of the action. */
    public void allow(String action) {
        account.allow(action);
    }

    /** Enables a Region that is disabled by default. */
    public void optIn(String region) {
        account.optIn(region);
    }

    /** What the account has in a Region, whether the Region is enabled or not. */
    public LabRegion region(String name) {
        return regions.apply(name);
    }
}
