package org.labjanitor.core.budget;

/**
 * How much one run may remove: whichever is less of a count and a share.
 *
 * @param count most resources a run may remove, 0 or more
 * @param percent most of the candidates a run may remove, 0 to 100 percent, rounded up to a whole
 *     resource so that one of one can go
 */
public record Budget(int count, int percent) {
    public Budget {
        if (count < 0) {
            throw new IllegalArgumentException("count must be 0 or more, but is " + count);
        }
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("percent must be 0 to 100, but is " + percent);
        }
    }

    /** Twenty resources, and no more than half of the candidates. */
    public static Budget standard() {
        return new Budget(20, 50);
    }

    /**
     * How many may be removed where {@code candidates} (0 or more) were looked at; 0 means nothing.
     */
    public int allowance(int candidates) {
        if (candidates < 0) {
            throw new IllegalArgumentException(
                    "candidates must be 0 or more, but is " + candidates);
        }
        long share = ((long) candidates * percent + 99) / 100;
        return (int) Math.min(count, share);
    }
}
