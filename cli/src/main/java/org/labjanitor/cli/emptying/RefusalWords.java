package org.labjanitor.cli.emptying;

/** What S3's codes mean for a key that would not go. */
final class RefusalWords {
    private RefusalWords() {}

    /** A sentence; empty where the code says all. */
    static String meaning(String code) {
        return switch (code) {
            case "AccessDenied" ->
                    "An Object Lock or legal hold on that version, a policy that denies it, or credentials without"
                            + " s3:DeleteObject or s3:DeleteObjectVersion.";
            case "SlowDown", "ServiceUnavailable", "RequestLimitExceeded" ->
                    "S3 asked to slow down again and again. Run the same command later.";
            case "InternalError" ->
                    "A fault of S3's own, after retries. Run the same command again.";
            case "InvalidObjectState" -> "The object is in a state that does not allow it.";
            default -> "";
        };
    }
}
