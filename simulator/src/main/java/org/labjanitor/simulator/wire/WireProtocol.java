package org.labjanitor.simulator.wire;

import org.labjanitor.simulator.http.HttpAnswer;
import org.labjanitor.simulator.http.HttpCall;
import software.amazon.awssdk.core.SdkPojo;

/** An AWS protocol: turns the wire into SDK request types, and SDK response types into the wire. */
public interface WireProtocol {
    /** Whether the call is written in this protocol. */
    boolean recognises(HttpCall call);

    /** The operation the call asks for. */
    String operationName(HttpCall call);

    /** Fills {@code requestBuilder}, an SDK request builder, from the call and builds it. */
    SdkPojo read(HttpCall call, SdkPojo requestBuilder);

    HttpAnswer write(String operationName, SdkPojo response, String requestId);

    HttpAnswer writeError(AwsError error, String requestId);
}
