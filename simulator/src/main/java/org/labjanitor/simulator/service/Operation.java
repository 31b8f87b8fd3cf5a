package org.labjanitor.simulator.service;

import java.util.function.BiFunction;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;

/**
 * An operation as a method from the SDK's request type to the SDK's response type.
 *
 * @param newRequestBuilder a fresh builder of the request type, which the wire protocol fills
 */
public record Operation<Q extends SdkPojo, R extends SdkPojo>(
        String name,
        Supplier<? extends SdkPojo> newRequestBuilder,
        BiFunction<CallContext, Q, R> body) {
    /** Calls the operation with a request that was built by {@link #newRequestBuilder}. */
    @SuppressWarnings("unchecked") // the builder builds the request type, the SDK says
    SdkPojo apply(CallContext context, SdkPojo request) {
        return body.apply(context, (Q) request);
    }
}
