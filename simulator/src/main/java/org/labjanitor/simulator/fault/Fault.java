package org.labjanitor.simulator.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A fault placed on calls of one operation, from a certain call on, a number of times.
 *
 * @param service signing name, or null for any
 * @param operation the operation's name, or {@code *} for any
 * @param region or null for any
 * @param firstCall the first call struck, counted from 1 at the time the fault is placed
 * @param times how many calls are struck
 * @param code the error code of {@link FaultKind#ERROR}, or null for the service's internal error
 * @param status the HTTP status that goes with {@code code}
 * @param delay how late the answer of {@link FaultKind#SLOW} is
 */
public record Fault(
        FaultKind kind,
        @Nullable String service,
        String operation,
        @Nullable String region,
        int firstCall,
        int times,
        @Nullable String code,
        int status,
        Duration delay) {
    public Fault {
        if (firstCall < 1 || times < 1) {
            throw new IllegalArgumentException("calls and times are counted from 1");
        }
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("not the status of an error: " + status);
        }
        if (delay.isNegative()) {
            throw new IllegalArgumentException("a delay cannot be negative: " + delay);
        }
    }

    /** A fault on every call of the operation, in every service and Region that has it. */
    public static Fault everyCall(FaultKind kind, String operation) {
        return new Fault(
                kind, null, operation, null, 1, Integer.MAX_VALUE, null, 500, Duration.ZERO);
    }

    /** A fault on one call: the {@code call}th from now, counted from 1. */
    public static Fault onCall(int call, FaultKind kind, String operation) {
        return new Fault(kind, null, operation, null, call, 1, null, 500, Duration.ZERO);
    }

    public Fault inService(String signingName) {
        return new Fault(
                kind, signingName, operation, region, firstCall, times, code, status, delay);
    }

    public Fault inRegion(String name) {
        return new Fault(kind, service, operation, name, firstCall, times, code, status, delay);
    }

    public Fault times(int number) {
        return new Fault(kind, service, operation, region, firstCall, number, code, status, delay);
    }

    public Fault withCode(String errorCode, int httpStatus) {
        return new Fault(
                kind, service, operation, region, firstCall, times, errorCode, httpStatus, delay);
    }

    public Fault withDelay(Duration by) {
        return new Fault(kind, service, operation, region, firstCall, times, code, status, by);
    }

    boolean concerns(String calledService, String calledOperation, String calledRegion) {
        return (service == null || service.equals(calledService))
                && (operation.equals("*") || operation.equals(calledOperation))
                && (region == null || region.equals(calledRegion));
    }
}
