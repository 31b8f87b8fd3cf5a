package org.labjanitor.runtime.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.hours.WorkingHours;

/**
 * The settings of the way from a verdict to a removal.
 *
 * @param stateBucket {@code JANITOR_STATE_BUCKET}: where the ledger is; null: there is none
 * @param topic {@code JANITOR_TOPIC_ARN}: the SNS topic that carries notices; null: there is none
 * @param admin {@code JANITOR_ADMIN}: who is told of what has no owner
 * @param grace {@code JANITOR_GRACE_HOURS}: time between an accepted notice and the earliest
 *     removal
 * @param noticeLimit {@code JANITOR_NOTICE_DAYS}: how long a notice holds; after it a fresh one is
 *     due before anything goes. Longer than the grace
 * @param hours {@code JANITOR_REMOVAL_HOURS}: when removals may happen; null: at any time
 */
public record GraceSettings(
        @Nullable String stateBucket,
        @Nullable String topic,
        String admin,
        Duration grace,
        Duration noticeLimit,
        @Nullable WorkingHours hours) {
    /** Most hours of grace. */
    public static final int MOST_GRACE_HOURS = 720;

    /** Most days for which a notice may hold. */
    public static final int MOST_NOTICE_DAYS = 90;

    public GraceSettings {
        if (noticeLimit.compareTo(grace) <= 0) {
            throw new IllegalArgumentException(
                    "JANITOR_NOTICE_DAYS is %d, but must be longer than the grace of %d h (JANITOR_GRACE_HOURS)"
                            .formatted(noticeLimit.toDays(), grace.toHours()));
        }
    }

    /** What holds where nothing is set. */
    public static GraceSettings defaults() {
        return Settings.defaults().grace();
    }

    /** Whether owners can be warned: there is a ledger to remember it and a topic to say it. */
    public boolean canWarn() {
        return stateBucket != null && topic != null;
    }
}
