package org.labjanitor.simulator.ssm;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The Session Manager sessions of one account in one Region. Safe for use by many threads. */
public final class SessionHistory {
    private final List<LabSession> sessions = new CopyOnWriteArrayList<>();

    public void add(LabSession session) {
        sessions.add(session);
    }

    /** The newest first, as in the AWS CLI's examples of describe-sessions. */
    List<LabSession> newestFirst() {
        return sessions.stream()
                .sorted(
                        Comparator.comparing(LabSession::start)
                                .reversed()
                                .thenComparing(LabSession::id))
                .toList();
    }
}
