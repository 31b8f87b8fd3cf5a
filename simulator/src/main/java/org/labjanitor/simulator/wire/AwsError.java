package org.labjanitor.simulator.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** An error as AWS would answer it: thrown by an operation, written to the wire by the protocol. */
public final class AwsError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final int httpStatus;
    private final transient Map<String, String> details;
    private final transient Map<String, String> headers;

    public AwsError(String code, String message, int httpStatus) {
        this(code, message, httpStatus, Map.of(), Map.of());
    }

    private AwsError(
            String code,
            String message,
            int httpStatus,
            Map<String, String> details,
            Map<String, String> headers) {
        super(message);
        this.code = code;
        this.httpStatus = httpStatus;
        this.details = details;
        this.headers = headers;
    }

    /** The same error with one more element in its document, where the protocol has room for it. */
    public AwsError withDetail(String element, String value) {
        return new AwsError(code, message(), httpStatus, with(details, element, value), headers);
    }

    /** The same error with one more header, where the protocol has room for it. */
    public AwsError withHeader(String name, String value) {
        return new AwsError(code, message(), httpStatus, details, with(headers, name, value));
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(name, value);
        return Collections.unmodifiableMap(more);
    }

    /** The caller's fault, status 400. */
    public static AwsError badRequest(String code, String message) {
        return new AwsError(code, message, 400);
    }

    /** The lab does not know AWS's answer, and says so by name rather than guess. */
    public static AwsError notSimulated(String what) {
        return new AwsError("NotSimulated", "the lab does not simulate " + what, 400);
    }

    public String code() {
        return code;
    }

    public int httpStatus() {
        return httpStatus;
    }

    Map<String, String> details() {
        return details;
    }

    Map<String, String> headers() {
        return headers;
    }

    public String message() {
        return String.valueOf(getMessage());
    }
}
