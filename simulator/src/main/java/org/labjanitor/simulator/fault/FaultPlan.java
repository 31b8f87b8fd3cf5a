package org.labjanitor.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The faults in force. Safe for use by many threads. */
public final class FaultPlan {
    private final List<Placed> faults = new ArrayList<>();
    private @Nullable Plug plug;

    public synchronized void add(Fault fault) {
        faults.add(new Placed(fault));
    }

    /** Fits a plug, in place of the one before. */
    public synchronized void add(Plug other) {
        plug = other;
    }

    /** From now on calls pass again; other faults stay in force. */
    public synchronized void putPlugBack() {
        plug = null;
    }

    /** Ends every fault, and puts the plug back. */
    public synchronized void clear() {
        faults.clear();
        plug = null;
    }

    public synchronized List<Fault> all() {
        return faults.stream().map(placed -> placed.fault).toList();
    }

    /**
     * Counts a call at the plug, and answers what the plug does to it.
     *
     * @param changes whether the call is one that changes something
     */
    public synchronized Plug.Contact meetPlug(String accessKeyId, boolean changes) {
        return plug == null ? Plug.Contact.NONE : plug.meet(accessKeyId, changes);
    }

    /** Counts a call, and answers the first fault that strikes it. */
    public synchronized Optional<Fault> next(String service, String operation, String region) {
        Optional<Fault> striking = Optional.empty();
        for (Placed placed : faults) {
            boolean strikes = placed.strikes(service, operation, region);
            if (strikes && striking.isEmpty()) {
                striking = Optional.of(placed.fault);
            }
        }
        return striking;
    }

    /** A fault and the calls that it has seen since it was placed. */
    private static final class Placed {
        private final Fault fault;
        private long seen;

        Placed(Fault fault) {
            this.fault = fault;
        }

        boolean strikes(String service, String operation, String region) {
            if (!fault.concerns(service, operation, region)) {
                return false;
            }
            seen++;
            return seen >= fault.firstCall() && seen < (long) fault.firstCall() + fault.times();
        }
    }
}
