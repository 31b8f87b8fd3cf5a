package org.labjanitor.buckets.emptying;

/** How much may still be deleted, shared by all buckets of a run. Safe for use by many threads. */
public final class DeletionBudget {
    private final long mostKeys;
    private final long mostBytes;
    private long keys;
    private long bytes;

    public DeletionBudget(long mostKeys, long mostBytes) {
        if (mostKeys < 0 || mostBytes < 0) {
            throw new IllegalArgumentException("a budget cannot be negative");
        }
        this.mostKeys = mostKeys;
        this.mostBytes = mostBytes;
    }

    public static DeletionBudget unlimited() {
        return new DeletionBudget(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /**
     * Takes one key of {@code size} bytes out of the budget; false where it does not fit any more.
     */
    public synchronized boolean take(long size) {
        if (keys >= mostKeys || size > mostBytes - bytes) {
            return false;
        }
        keys++;
        bytes += size;
        return true;
    }

    /** Gives back what was taken and then not deleted. */
    public synchronized void giveBack(long returnedKeys, long returnedBytes) {
        keys -= returnedKeys;
        bytes -= returnedBytes;
    }
}
