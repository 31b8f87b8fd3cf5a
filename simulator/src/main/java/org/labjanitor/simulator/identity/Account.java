package org.labjanitor.simulator.identity;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One AWS account of the lab: its access keys, its Regions, what it may not do. */
public final class Account {
    /** An action that is denied, in one Region or, where that is {@code *}, in all. */
    private record Denial(String action, String region, IamPattern pattern) {
        Denial(String action, String region) {
            this(action, region, IamPattern.ignoringCase(action));
        }

        boolean concerns(String asked, String where) {
            return (region.equals(EVERY_REGION) || region.equals(where)) && pattern.matches(asked);
        }
    }

    private static final String EVERY_REGION = "*";

    private final String id;
    private final RegionCatalogue regions;
    private final Set<String> optedIn = ConcurrentHashMap.newKeySet();
    private final Set<Denial> denials = ConcurrentHashMap.newKeySet();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final Set<String> expiredKeys = ConcurrentHashMap.newKeySet();
    private final AtomicInteger keysIssued = new AtomicInteger();

    Account(String id, RegionCatalogue regions) {
        this.id = id;
        this.regions = regions;
        keys.add(id);
        keys.add(accessKey());
    }

    public String id() {
        return id;
    }

    /** The account's lasting access key id. */
    public String accessKey() {
        return "AKIALAB0" + id;
    }

    /** A further access key id of this account, which can be made to expire. */
    public String issueKey() {
        String key = "ASIA%04d%s".formatted(keysIssued.incrementAndGet(), id);
        keys.add(key);
        return key;
    }

    public void expireKey(String accessKeyId) {
        if (!keys.contains(accessKeyId)) {
            throw new IllegalArgumentException("account " + id + " has no key " + accessKeyId);
        }
        expiredKeys.add(accessKeyId);
    }

    boolean owns(String accessKeyId) {
        return keys.contains(accessKeyId);
    }

    public boolean isExpired(String accessKeyId) {
        return expiredKeys.contains(accessKeyId);
    }

    /** The principal behind every key of the account. */
    public String userArn() {
        return "arn:aws:iam::" + id + ":user/lab";
    }

    public String userId() {
        return "AIDALAB0" + id;
    }

    /**
     * Denies an action such as {@code ec2:DescribeInstances}, or all those that a pattern such as
     * {@code s3:Get*} matches, in every Region.
     */
    public void deny(String action) {
        denials.add(new Denial(action, EVERY_REGION));
    }

    public void deny(String action, String region) {
        denials.add(new Denial(action, region));
    }

    /** Takes back every denial of the action. */
    public void allow(String action) {
        denials.removeIf(denial -> denial.action().equals(action));
    }

    public boolean denies(String action, String region) {
        return denials.stream().anyMatch(denial -> denial.concerns(action, region));
    }

    /** Enables a Region that is disabled by default. */
    public void optIn(String region) {
        if (!regions.exists(region) || !regions.needsOptIn(region)) {
            throw new IllegalArgumentException("not an opt-in Region of this lab: " + region);
        }
        optedIn.add(region);
    }

    public boolean isEnabled(String region) {
        return !regions.needsOptIn(region) || optedIn.contains(region);
    }
}
