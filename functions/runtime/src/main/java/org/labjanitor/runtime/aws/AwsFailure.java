package org.labjanitor.runtime.aws;

import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A failed call, in words that name the fault and what helps.
 *
 * @param message one sentence for the report
 */
public record AwsFailure(Kind kind, String message) {
    /** What went wrong, as far as it decides what to do next. */
    public enum Kind {
        /** Credentials missing, expired or not accepted. */
        CREDENTIALS,
        /** IAM, a service control policy or a resource policy says no. */
        DENIED,
        /** The Region is not enabled for the account. */
        REGION,
        THROTTLED,
        /** No answer: endpoint down, connection lost, timeout. */
        UNREACHABLE,
        /** The service answered with a fault of its own, retries included. */
        SERVICE,
        /** The service refused the request for another reason. */
        REFUSED
    }

    private static final Set<String> CREDENTIAL_CODES =
            Set.of(
                    "ExpiredToken",
                    "ExpiredTokenException",
                    "RequestExpired",
                    "InvalidClientTokenId",
                    "UnrecognizedClientException",
                    "InvalidAccessKeyId",
                    "SignatureDoesNotMatch",
                    "MissingAuthenticationToken",
                    "InvalidIdentityToken");
    private static final Set<String> DENIED_CODES =
            Set.of(
                    "UnauthorizedOperation",
                    "AccessDenied",
                    "AccessDeniedException",
                    "UnauthorizedAccess",
                    "AuthorizationError",
                    "Forbidden",
                    "ForbiddenException");
    private static final Set<String> REGION_CODES = Set.of("AuthFailure", "OptInRequired");

    /**
     * Puts a failed call into words.
     *
     * @param call what was asked, such as {@code ec2:DescribeInstances in eu-west-1}
     */
    public static AwsFailure of(String call, SdkException failure) {
        if (failure instanceof AwsServiceException service) {
            return ofService(call, service);
        }
        return ofClient(call, failure);
    }

    private static AwsFailure ofService(String call, AwsServiceException failure) {
        String code = failure.awsErrorDetails() == null ? "" : code(failure);
        String said = "%s failed: %s".formatted(call, said(failure, code));
        if (CREDENTIAL_CODES.contains(code)) {
            return new AwsFailure(
                    Kind.CREDENTIALS,
                    said
                            + ". Renew the credentials, or choose others with --profile or AWS_PROFILE");
        }
        if (DENIED_CODES.contains(code)) {
            return new AwsFailure(
                    Kind.DENIED, said + ". The credentials need the permission " + action(call));
        }
        // The HTTP client withholds the body of a 401, and with it EC2's code AuthFailure.
        if (REGION_CODES.contains(code) || (failure.statusCode() == 401 && code.isEmpty())) {
            return new AwsFailure(
                    Kind.REGION,
                    said
                            + ". Either the Region is not enabled for this account, or the credentials are not valid there");
        }
        if (failure.isThrottlingException()) {
            return new AwsFailure(Kind.THROTTLED, said + ", also after retries");
        }
        return failure.statusCode() >= 500
                ? new AwsFailure(Kind.SERVICE, said + ", also after retries")
                : new AwsFailure(Kind.REFUSED, said);
    }

    private static AwsFailure ofClient(String call, SdkException failure) {
        String detail = rootMessage(failure);
        if (detail.contains("Unable to load credentials") || detail.contains("credentials")) {
            return new AwsFailure(
                    Kind.CREDENTIALS,
                    "%s failed: no usable AWS credentials were found. Set AWS_PROFILE, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or use --profile"
                            .formatted(call));
        }
        return new AwsFailure(
                Kind.UNREACHABLE,
                "%s failed: no answer (%s), also after retries"
                        .formatted(call, reason(failure, detail)));
    }

    private static String reason(SdkException failure, String detail) {
        Throwable root = root(failure);
        return switch (root) {
            case ConnectException _ -> "connection refused; is the endpoint up?";
            case UnknownHostException unknown -> "unknown host " + unknown.getMessage();
            case SocketException socket -> "connection lost: " + socket.getMessage();
            default ->
                    failure instanceof ApiCallTimeoutException
                                    || failure instanceof ApiCallAttemptTimeoutException
                            ? "timeout"
                            : detail;
        };
    }

    private static String code(AwsServiceException failure) {
        String code = failure.awsErrorDetails().errorCode();
        return code == null ? "" : code;
    }

    private static String said(AwsServiceException failure, String code) {
        String message =
                failure.awsErrorDetails() == null ? null : failure.awsErrorDetails().errorMessage();
        String text = message == null ? "" : message.strip();
        if (text.endsWith(".")) {
            text = text.substring(0, text.length() - 1);
        }
        if (code.isEmpty() && text.isEmpty()) {
            return "status " + failure.statusCode();
        }
        return text.isEmpty() ? code : code + ", " + text;
    }

    private static String action(String call) {
        int space = call.indexOf(' ');
        return space < 0 ? call : call.substring(0, space);
    }

    private static String rootMessage(Throwable failure) {
        String message = root(failure).getMessage();
        return message == null ? root(failure).getClass().getSimpleName() : message;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
