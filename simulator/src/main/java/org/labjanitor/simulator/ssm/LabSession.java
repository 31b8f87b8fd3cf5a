package org.labjanitor.simulator.ssm;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssm.model.Session;
import software.amazon.awssdk.services.ssm.model.SessionManagerOutputUrl;
import software.amazon.awssdk.services.ssm.model.SessionStatus;

/**
 * A Session Manager session. It shows when the lab's clock has reached its start, and turns from
 * active to history when the clock reaches its end.
 *
 * @param target the instance that was logged in to
 * @param owner ARN of who logged in
 * @param end null where it never ends
 * @param openStatus status while it is active: Connected, Connecting or Disconnected
 * @param closedStatus status afterwards: Terminated, Terminating or Failed
 */
public record LabSession(
        String id,
        String target,
        String owner,
        Instant start,
        @Nullable Instant end,
        SessionStatus openStatus,
        SessionStatus closedStatus) {
    /** Kept for "the past 30 days" (API reference, DescribeSessions). */
    private static final Duration KEPT = Duration.ofDays(30);

    public LabSession {
        if (end != null && end.isBefore(start)) {
            throw new IllegalArgumentException("a session cannot end before it starts: " + id);
        }
    }

    /** A session like most: connected, then terminated. */
    public static LabSession of(
            String id, String target, String owner, Instant start, @Nullable Instant end) {
        return new LabSession(
                id, target, owner, start, end, SessionStatus.CONNECTED, SessionStatus.TERMINATED);
    }

    boolean isActive(Instant now) {
        return !start.isAfter(now) && (end == null || end.isAfter(now));
    }

    /** AWS does not say which of its times counts for the 30 days; the lab takes the end. */
    boolean isHistory(Instant now) {
        return end != null && !end.isAfter(now) && !end.isBefore(now.minus(KEPT));
    }

    SessionStatus status(Instant now) {
        return isActive(now) ? openStatus : closedStatus;
    }

    Session toAws(Instant now) {
        return Session.builder()
                .sessionId(id)
                .target(target)
                .status(status(now))
                .startDate(start)
                .endDate(isActive(now) ? null : end)
                .owner(owner)
                .documentName("SSM-SessionManagerRunShell")
                .outputUrl(isActive(now) ? SessionManagerOutputUrl.builder().build() : null)
                .build();
    }
}
