package org.labjanitor.buckets.emptying.wire;

import java.util.Set;

/**
 * An error in S3's words.
 *
 * @param code such as {@code SlowDown}; {@code NoAnswer} where none came
 * @param status of the HTTP answer; 0 where none came, or for a single key
 */
public record S3Error(String code, String message, int status) {
    /** Code of a request that got no answer, or one that broke off. */
    public static final String NO_ANSWER = "NoAnswer";

    /** Code for a request whose signature is of another time than S3's clock shows. */
    static final String WRONG_TIME = "RequestTimeTooSkewed";

    private static final Set<String> THROTTLES =
            Set.of(
                    "SlowDown",
                    "ServiceUnavailable",
                    "Throttling",
                    "ThrottlingException",
                    "RequestLimitExceeded",
                    "RequestThrottled",
                    "TooManyRequests",
                    "BandwidthLimitExceeded");
    private static final Set<String> PASSING =
            Set.of(
                    NO_ANSWER,
                    WRONG_TIME,
                    "InternalError",
                    "InternalFailure",
                    "OperationAborted",
                    "RequestTimeout",
                    "RequestTimeoutException");

    /** What an error asks of the one who gets it. */
    public enum Kind {
        /** The same again, but slower. */
        THROTTLE,
        /** The same again. */
        PASSING,
        /** What was to be deleted is not there. */
        ABSENT,
        /** The bucket is not there. */
        NO_BUCKET,
        /** The same again would end the same. */
        LASTING
    }

    /** Sorts the error; a code that is not known goes by its status. */
    public Kind kind() {
        if (THROTTLES.contains(code) || status == 503 || status == 429) {
            return Kind.THROTTLE;
        }
        if (PASSING.contains(code) || status >= 500) {
            return Kind.PASSING;
        }
        return switch (code) {
            case "NoSuchBucket" -> Kind.NO_BUCKET;
            case "NoSuchKey", "NoSuchVersion", "NoSuchUpload" -> Kind.ABSENT;
            default -> Kind.LASTING;
        };
    }
}
