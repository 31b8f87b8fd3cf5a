package org.labjanitor.simulator.service;

import org.labjanitor.simulator.wire.AwsError;

/**
 * How a service words the errors that every service has. Sources: the common errors page of each
 * API reference; for EC2 "Error codes for the Amazon EC2 API".
 */
public interface ErrorDialect {
    /** The access key is not one of AWS's, or not one in this Region. */
    AwsError unknownKey();

    AwsError expiredKey();

    AwsError unsigned();

    /**
     * The key is good, but its owner may not do this.
     *
     * @param action such as {@code ec2:DescribeInstances}
     */
    AwsError denied(String userArn, String action);

    AwsError throttled();

    /** The service's own fault. */
    AwsError internal();

    /** An operation that the service may have, but the lab has not. */
    AwsError unknownOperation(String service, String operation);

    /** EC2's wording. An expired temporary key is {@code RequestExpired} there. */
    ErrorDialect EC2 =
            new Wording(
                    new Phrase(
                            "AuthFailure",
                            "AWS was not able to validate the provided access credentials",
                            401),
                    new Phrase("RequestExpired", "Request has expired.", 400),
                    new Phrase(
                            "MissingAuthenticationToken",
                            "Request is missing Authentication Token",
                            403),
                    new Phrase(
                            "UnauthorizedOperation",
                            "You are not authorized to perform this operation. %s",
                            403),
                    new Phrase("RequestLimitExceeded", "Request limit exceeded.", 503),
                    new Phrase("InternalError", "An internal error has occurred", 500));

    /** Services of the AWS Query protocol, such as STS. */
    ErrorDialect QUERY =
            new Wording(
                    new Phrase(
                            "InvalidClientTokenId",
                            "The security token included in the request is invalid.",
                            403),
                    new Phrase(
                            "ExpiredToken",
                            "The security token included in the request is expired",
                            403),
                    new Phrase(
                            "MissingAuthenticationToken",
                            "Request is missing Authentication Token",
                            403),
                    new Phrase("AccessDenied", "%s", 403),
                    new Phrase("Throttling", "Rate exceeded", 400),
                    new Phrase("InternalFailure", "An internal error has occurred", 500));

    /** SNS: Query protocol, with codes of its own for what is denied and for its faults. */
    ErrorDialect SNS =
            new Wording(
                    new Phrase(
                            "InvalidClientTokenId",
                            "The security token included in the request is invalid.",
                            403),
                    new Phrase(
                            "ExpiredToken",
                            "The security token included in the request is expired",
                            403),
                    new Phrase(
                            "MissingAuthenticationToken",
                            "Request is missing Authentication Token",
                            403),
                    new Phrase("AuthorizationError", "%s", 403),
                    new Phrase("Throttling", "Rate exceeded", 400),
                    new Phrase("InternalError", "An internal error has occurred", 500));

    /** Services of the AWS JSON and Smithy RPC protocols. */
    ErrorDialect JSON =
            new Wording(
                    new Phrase(
                            "UnrecognizedClientException",
                            "The security token included in the request is invalid.",
                            400),
                    new Phrase(
                            "ExpiredTokenException",
                            "The security token included in the request is expired",
                            400),
                    new Phrase(
                            "MissingAuthenticationTokenException",
                            "Missing Authentication Token",
                            400),
                    new Phrase("AccessDeniedException", "%s", 400),
                    new Phrase("ThrottlingException", "Rate exceeded", 400),
                    new Phrase("InternalServerError", "An internal error has occurred", 500));

    /** A code, its message and its HTTP status. */
    record Phrase(String code, String message, int status) {
        AwsError error() {
            return new AwsError(code, message, status);
        }
    }

    /** A dialect that consists of fixed phrases. */
    record Wording(
            Phrase unknownKeyPhrase,
            Phrase expiredKeyPhrase,
            Phrase unsignedPhrase,
            Phrase deniedPhrase,
            Phrase throttledPhrase,
            Phrase internalPhrase)
            implements ErrorDialect {
        @Override
        public AwsError unknownKey() {
            return unknownKeyPhrase.error();
        }

        @Override
        public AwsError expiredKey() {
            return expiredKeyPhrase.error();
        }

        @Override
        public AwsError unsigned() {
            return unsignedPhrase.error();
        }

        @Override
        public AwsError denied(String userArn, String action) {
            String sentence =
                    "User: %s is not authorized to perform: %s with an explicit deny in an identity-based policy"
                            .formatted(userArn, action);
            return new AwsError(
                    deniedPhrase.code(),
                    deniedPhrase.message().formatted(sentence),
                    deniedPhrase.status());
        }

        @Override
        public AwsError throttled() {
            return throttledPhrase.error();
        }

        @Override
        public AwsError internal() {
            return internalPhrase.error();
        }

        @Override
        public AwsError unknownOperation(String service, String operation) {
            return AwsError.badRequest(
                    "InvalidAction",
                    "The action %s is not known to the lab's %s".formatted(operation, service));
        }
    }
}
