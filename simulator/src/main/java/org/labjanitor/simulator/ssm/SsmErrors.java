package org.labjanitor.simulator.ssm;

import org.labjanitor.simulator.wire.AwsError;

/** Errors of SSM that are about the request's form. */
final class SsmErrors {
    private SsmErrors() {}

    /** The wording that the framework under many AWS services has for broken constraints. */
    static AwsError constraint(Object value, String member, String constraint) {
        return AwsError.badRequest(
                "ValidationException",
                "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: %s"
                        .formatted(value, member, constraint));
    }

    static AwsError invalidNextToken() {
        return AwsError.badRequest("InvalidNextToken", "The specified token isn't valid.");
    }
}
