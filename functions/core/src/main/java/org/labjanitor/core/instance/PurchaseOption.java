package org.labjanitor.core.instance;

/** How an instance is paid for ({@code InstanceLifecycle}; absent means on demand). */
public enum PurchaseOption {
    ON_DEMAND,
    SPOT,
    SCHEDULED,
    CAPACITY_BLOCK,
    OTHER
}
