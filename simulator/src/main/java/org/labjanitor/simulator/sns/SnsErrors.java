package org.labjanitor.simulator.sns;

import org.labjanitor.simulator.wire.AwsError;

/** SNS's own errors (API reference, "Errors" of each action). */
final class SnsErrors {
    private SnsErrors() {}

    static AwsError invalid(String what) {
        return AwsError.badRequest("InvalidParameter", "Invalid parameter: " + what);
    }

    static AwsError invalidAttribute(String sentence) {
        return AwsError.badRequest("ParameterValueInvalid", sentence);
    }

    static AwsError invalidPolicy(String what) {
        return invalid("Attributes Reason: FilterPolicy: " + what);
    }

    static AwsError noSuchTopic() {
        return new AwsError("NotFound", "Topic does not exist", 404);
    }

    /** No topic of the lab has a policy that lets another account in. */
    static AwsError otherAccount(String caller, String action, String arn) {
        return new AwsError(
                "AuthorizationError",
                "User: arn:aws:iam::%s:user/lab is not authorized to perform: SNS:%s on resource: %s because no resource-based policy allows the SNS:%s action"
                        .formatted(caller, action, arn, action),
                403);
    }
}
