package org.labjanitor.runtime.result;

import java.util.Locale;

/**
 * A message that a run sent, or tried to.
 *
 * @param recipient value of the message attribute {@code owner}
 * @param items resources that it speaks of
 * @param accepted whether SNS took it
 * @param detail why not; empty where it was accepted
 */
public record SentNotice(Kind kind, String recipient, int items, boolean accepted, String detail) {
    /** What a message is about. */
    public enum Kind {
        /** Resources will be removed. */
        WARNING,
        /** Resources that were to be removed stay. */
        WITHDRAWAL,
        /** What became of resources that were to go. */
        OUTCOME,
        /** What a run saw and did, for the admin. */
        DIGEST;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
