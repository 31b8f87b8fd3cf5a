package org.labjanitor.simulator.fault;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Ends a run in its middle, as the death of its process would: the call with a certain number, and
 * every call after it, is answered with status 403 and the code {@value #CODE}, which no client
 * retries. So a run that goes on after its death changes nothing more, and ends soon.
 *
 * <p>A plug is pulled either before its call takes effect, or after it took effect and before its
 * answer arrives. Calls under way at the same time end as they would have. Whatever the run says of
 * itself afterwards is what a dead run can no longer say: a test looks at the lab, not at that.
 *
 * <pre>{@code
 * for (int call = 1; ; call++) {
 *     try (Lab lab = freshLab()) {
 *         Plug plug = Plug.pulledAfter(call);
 *         lab.faults().add(plug);
 *         run(lab);
 *         if (!plug.isPulled()) {
 *             return; // the run has no such call any more
 *         }
 *         lab.faults().putPlugBack();
 *         run(lab);
 *         // here everything is as if the first run had lived
 *     }
 * }
 * }</pre>
 *
 * <p>Safe for use by many threads. A plug serves once.
 */
public final class Plug {
    /** The error code of everything that is refused because the plug is pulled. */
    public static final String CODE = "PlugPulled";

    /** How a call meets the plug. */
    public enum Contact {
        /** The call goes on as if there were no plug. */
        NONE,
        /** The call takes effect, but its answer is lost. */
        ANSWER_LOST,
        /** The call has no effect. */
        REFUSED
    }

    private final int call;
    private final boolean afterEffect;
    private final boolean countsReads;
    private final @Nullable String accessKeyId;
    private int seen;

    private Plug(int call, boolean afterEffect, boolean countsReads, @Nullable String accessKeyId) {
        if (call < 1) {
            throw new IllegalArgumentException("calls are counted from 1, not from " + call);
        }
        this.call = call;
        this.afterEffect = afterEffect;
        this.countsReads = countsReads;
        this.accessKeyId = accessKeyId;
    }

    /** A plug pulled before the {@code call}th call from now takes effect, counted from 1. */
    public static Plug pulledBefore(int call) {
        return new Plug(call, false, true, null);
    }

    /** A plug pulled after the {@code call}th call from now took effect; its answer is lost. */
    public static Plug pulledAfter(int call) {
        return new Plug(call, true, true, null);
    }

    /** The same plug for the calls of one caller; only these count, and only these end. */
    public Plug ofCaller(String callersAccessKeyId) {
        return new Plug(call, afterEffect, countsReads, requireNonNull(callersAccessKeyId));
    }

    /**
     * The same plug, counting only calls that change something. A read leaves the lab as it was, so
     * a run that dies at one leaves the lab as if it had died before its next change: these plugs
     * reach every state in which a death can leave the lab. Once pulled, reads are refused, too.
     */
    public Plug ofChanges() {
        return new Plug(call, afterEffect, false, accessKeyId);
    }

    /** Whether the call has come at which the plug is pulled. */
    public synchronized boolean isPulled() {
        return seen >= call;
    }

    /** Calls counted so far, those refused included. */
    public synchronized int calls() {
        return seen;
    }

    synchronized Contact meet(String callersAccessKeyId, boolean changes) {
        if (accessKeyId != null && !accessKeyId.equals(callersAccessKeyId)) {
            return Contact.NONE;
        }
        if (!changes && !countsReads) {
            return seen >= call ? Contact.REFUSED : Contact.NONE;
        }
        seen++;
        if (seen < call) {
            return Contact.NONE;
        }
        return seen == call && afterEffect ? Contact.ANSWER_LOST : Contact.REFUSED;
    }
}
