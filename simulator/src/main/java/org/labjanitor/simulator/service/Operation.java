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
        BiFunction<CallContext, Q, R> body) {}
