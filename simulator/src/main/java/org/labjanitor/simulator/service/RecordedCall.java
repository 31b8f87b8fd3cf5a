package org.labjanitor.simulator.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * One call to the lab, as it ended.
 *
 * @param service signing name, such as {@code ec2}
 * @param accountId empty where the access key belongs to no account
 * @param status HTTP status, 0 where the connection was cut without an answer
 * @param errorCode AWS's error code, or null for a success
 * @param request the request in the SDK's own type, or null where the call failed before it was
 *     read
 * @param userAgent what the client says of itself; empty where it says nothing
 * @param query raw query string, empty where there is none
 */
public record RecordedCall(
        Instant at,
        String service,
        String operation,
        String accountId,
        String region,
        int status,
        @Nullable String errorCode,
        @Nullable SdkPojo request,
        String userAgent,
        String query) {

    /** Whether the operation is one that changes something, whatever came of it. */
    public boolean mutating() {
        return isMutating(operation);
    }

    /** Whether an operation of that name is one that changes something. */
    static boolean isMutating(String operation) {
        return !operation.matches("(Describe|Get|List|Lookup|Head|Filter|Search)[A-Z].*");
    }

    /** The request's parameters in one line. */
    public String digest() {
        String text = String.valueOf(request);
        return text.length() <= 500 ? text : text.substring(0, 500) + "...";
    }
}
