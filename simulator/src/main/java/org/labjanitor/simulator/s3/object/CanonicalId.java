package org.labjanitor.simulator.s3.object;

/** S3's own id of an account: 64 hexadecimal digits, the same that {@code ListBuckets} tells. */
public final class CanonicalId {
    private CanonicalId() {}

    /** The id of the account with that number. */
    public static String of(String accountId) {
        return "1ab0" + "0".repeat(48) + accountId;
    }
}
