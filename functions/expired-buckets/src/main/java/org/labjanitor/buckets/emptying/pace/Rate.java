package org.labjanitor.buckets.emptying.pace;

/**
 * Keys a second. Starts at what S3 documents for a prefix or at what it delivered, whichever is
 * less; between two refusals S3's own allowance went from nothing to nothing, so that what it
 * delivered meanwhile is its limit. Holds for a while after each refusal, then rises slowly and
 * later fast: limits differ between servers, and S3 raises them while a prefix is busy.
 */
final class Rate {
    /** No rate at all. */
    static final Rate UNLIMITED = new Rate(Double.POSITIVE_INFINITY, 0);

    /** Deletions a second that S3 takes for one prefix at least (S3 user guide, performance). */
    static final double DOCUMENTED = 3500;

    private static final double SECOND = 1e9;
    private static final double LEAST = 10;
    private static final double UNSURE = 1000;

    /** Seconds of sending that are left out after a refusal, so that S3 has something to give. */
    private static final double CUSHION = 0.15;

    private static final double BATCH_SECONDS = 0.07;
    private static final int LEAST_BATCH = 10;
    private static final int MOST_BATCH = 1000;
    private static final int WITHIN_DOCUMENTED_BATCH = 250;

    private final double base;
    private final long start;
    private double tokens;
    private long refilled;
    private long delivered;

    private Rate(double base, long now) {
        this.base = Math.max(LEAST, base);
        this.start = now;
        this.refilled = now;
        this.tokens = -CUSHION * this.base;
    }

    /** The rate after the first refusal. */
    static Rate first(long now, Delivery delivery) {
        double seconds = delivery.seconds(now);
        double average = delivery.keys() / Math.max(1, seconds);
        if (delivery.keys() > 2 * DOCUMENTED * (1 + seconds)) {
            return new Rate(0.8 * delivery.keys() / Math.max(0.1, seconds), now);
        }
        double least = seconds < 1 ? UNSURE : 0;
        return new Rate(Math.clamp(average, least, DOCUMENTED), now);
    }

    /** The rate after a further refusal. */
    Rate eased(long now) {
        double seconds = (now - start) / SECOND;
        double current = perSecond(now);
        double measured = seconds < 1 ? 0.7 * current : 0.99 * delivered / seconds;
        return new Rate(Math.clamp(measured, 0.5 * current, 0.98 * current), now);
    }

    boolean isLimited() {
        return !Double.isInfinite(base);
    }

    double perSecond(long now) {
        if (!isLimited()) {
            return base;
        }
        double hold = isNearDocumented() ? 15 : 3;
        double beyond = ((now - start) / SECOND - hold) / hold;
        return beyond <= 0 ? base : base * (1 + beyond * beyond * beyond);
    }

    /** Keys that one request may carry now; 0 where it has to wait. */
    int room(long now) {
        if (!isLimited()) {
            return MOST_BATCH;
        }
        refill(now);
        int batch = batch(now);
        return tokens >= batch ? batch : 0;
    }

    long untilRoom(long now) {
        if (!isLimited()) {
            return 0;
        }
        refill(now);
        double missing = batch(now) - tokens;
        return missing <= 0 ? 0 : (long) Math.ceil(missing / perSecond(now) * SECOND) + 1;
    }

    /** Keys in flight that the rate makes use of, however slow the answers are. */
    long inFlight(long now) {
        return isLimited() ? (long) Math.min(64_000, 2 * perSecond(now)) : 0;
    }

    void sent(long now, int keys) {
        if (isLimited()) {
            refill(now);
            tokens -= keys;
        }
    }

    void delivered(int keys) {
        if (isLimited()) {
            delivered += keys;
        }
    }

    private boolean isNearDocumented() {
        return base > 0.9 * DOCUMENTED && base < 1.1 * DOCUMENTED;
    }

    private int batch(long now) {
        double keys = perSecond(now) * BATCH_SECONDS;
        int most = base <= 1.1 * DOCUMENTED ? WITHIN_DOCUMENTED_BATCH : MOST_BATCH;
        return (int) Math.clamp(keys, LEAST_BATCH, most);
    }

    private void refill(long now) {
        double perSecond = perSecond(now);
        tokens += perSecond * Math.max(0, now - refilled) / SECOND;
        tokens = Math.min(tokens, Math.max(1.5 * batch(now), 0.1 * perSecond));
        refilled = Math.max(refilled, now);
    }
}
