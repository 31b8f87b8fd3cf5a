package org.labjanitor.simulator.cloudwatch;

import java.util.Map;
import org.labjanitor.simulator.wire.AwsError;
import org.labjanitor.simulator.wire.ErrorNames;

/** CloudWatch's errors by their Query codes, which its clients still see. */
final class MetricErrors {
    /** Shapes whose name differs from the code (API model, members {@code error.code}). */
    static final ErrorNames NAMES =
            ErrorNames.queryCompatible(
                    Map.ofEntries(
                            Map.entry("InvalidParameterValue", "InvalidParameterValueException"),
                            Map.entry(
                                    "InvalidParameterCombination",
                                    "InvalidParameterCombinationException"),
                            Map.entry("MissingParameter", "MissingRequiredParameterException"),
                            Map.entry("InternalServiceError", "InternalServiceFault"),
                            Map.entry("ValidationError", "ValidationException"),
                            Map.entry("Throttling", "ThrottlingException"),
                            Map.entry("AccessDenied", "AccessDeniedException"),
                            Map.entry("InvalidClientTokenId", "UnrecognizedClientException"),
                            Map.entry("ExpiredToken", "ExpiredTokenException")));

    private MetricErrors() {}

    static AwsError validation(String message) {
        return AwsError.badRequest("ValidationError", message);
    }

    static AwsError missing(String parameter) {
        return AwsError.badRequest(
                "MissingParameter", "The parameter " + parameter + " is required.");
    }

    static AwsError invalidValue(String message) {
        return AwsError.badRequest("InvalidParameterValue", message);
    }

    static AwsError invalidCombination(String message) {
        return AwsError.badRequest("InvalidParameterCombination", message);
    }

    static AwsError invalidNextToken() {
        return AwsError.badRequest("InvalidNextToken", "The next token specified is invalid.");
    }
}
