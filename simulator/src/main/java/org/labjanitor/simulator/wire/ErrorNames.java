package org.labjanitor.simulator.wire;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a service's errors are called on the wire.
 *
 * <p>A service that once spoke the AWS Query protocol keeps the old error codes in the header
 * {@code x-amzn-query-error} (Smithy trait {@code awsProtocols#awsQueryCompatible}), while the body
 * names the shape of the model.
 */
public final class ErrorNames {
    private final Map<String, String> shapesByCode;
    private final boolean queryCompatible;

    private ErrorNames(Map<String, String> shapesByCode, boolean queryCompatible) {
        this.shapesByCode = Map.copyOf(shapesByCode);
        this.queryCompatible = queryCompatible;
    }

    /** Codes are shape names. */
    public static ErrorNames plain() {
        return new ErrorNames(Map.of(), false);
    }

    /** Codes are those of the Query protocol; shapes of the same name need no entry. */
    public static ErrorNames queryCompatible(Map<String, String> shapesByCode) {
        return new ErrorNames(shapesByCode, true);
    }

    String shape(AwsError error) {
        return shapesByCode.getOrDefault(error.code(), error.code());
    }

    /** The given headers and those that the error brings along. */
    Map<String, String> headers(AwsError error, Map<String, String> common) {
        Map<String, String> headers = new TreeMap<>(common);
        if (queryCompatible) {
            String fault = error.httpStatus() < 500 ? "Sender" : "Receiver";
            headers.put("x-amzn-query-error", error.code() + ";" + fault);
        }
        return headers;
    }
}
