package org.labjanitor.simulator.wire;

/** An error as AWS would answer it: thrown by an operation, written to the wire by the protocol. */
public final class AwsError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final int httpStatus;

    public AwsError(String code, String message, int httpStatus) {
        super(message);
        this.code = code;
        this.httpStatus = httpStatus;
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

    public String message() {
        return String.valueOf(getMessage());
    }
}
