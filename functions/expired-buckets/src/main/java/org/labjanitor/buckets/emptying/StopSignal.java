package org.labjanitor.buckets.emptying;

/** Asks work under way to stop at the next good moment. */
public final class StopSignal {
    private volatile boolean given;

    public void give() {
        given = true;
    }

    public boolean isGiven() {
        return given;
    }
}
