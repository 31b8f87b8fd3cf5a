package org.labjanitor.runtime.requests;

/** A request that cannot go on for what lies beside it, or happens to it, in the bucket. */
final class BlockedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BlockedRequestException(String message) {
        super(message);
    }

    /** Others kept changing an object that was to be written. */
    static BlockedRequestException contended(String key) {
        return new BlockedRequestException(
                key + " was changed by others again and again; put the request again");
    }
}
