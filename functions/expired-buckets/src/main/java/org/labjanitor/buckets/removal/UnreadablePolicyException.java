package org.labjanitor.buckets.removal;

/** A bucket policy that is not understood; what it forbids is not known. */
final class UnreadablePolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadablePolicyException(String message, RuntimeException cause) {
        super(message, cause);
    }
}
