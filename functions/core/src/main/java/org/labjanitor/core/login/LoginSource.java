package org.labjanitor.core.login;

import java.util.List;

/**
 * Where a login is recorded. Only the machine itself, asked by Run Command, sees plain SSH with a
 * key pair or password; none sees RDP.
 */
public enum LoginSource {
    /** Systems Manager sessions: active ones, and 30 days of history. */
    SESSION_MANAGER(
            "Session Manager",
            "SSM DescribeSessions, 30 days; blind to SSH and RDP with a key or password of one's own"),
    /** Keys pushed by EC2 Instance Connect, from CloudTrail's event history of 90 days. */
    INSTANCE_CONNECT("EC2 Instance Connect", Sight.OF_CLOUD_TRAIL),
    /** Keys pushed for the EC2 serial console, from CloudTrail's event history of 90 days. */
    SERIAL_CONSOLE("EC2 serial console", Sight.OF_CLOUD_TRAIL),
    /** What a Linux machine itself has on record, asked through its SSM agent. */
    RUN_COMMAND(
            "Run Command",
            "the machine's own wtmp and open sessions; blind to past logins without a terminal, and"
                    + " to what its root took out of the record");

    private static final class Sight {
        /** CloudTrail delivers events within about 5 minutes on average, and promises nothing. */
        static final String OF_CLOUD_TRAIL =
                "CloudTrail, 90 days; shows a login some 5 to 15 min late, and not how long it lasted";
    }

    private final String displayName;
    private final String sight;

    LoginSource(String displayName, String sight) {
        this.displayName = displayName;
        this.sight = sight;
    }

    /**
     * Those that CloudTrail knows. It allows two calls a second, so they are the ones to ask last;
     * one look-up serves them all.
     */
    public static List<LoginSource> ofCloudTrail() {
        return List.of(INSTANCE_CONNECT, SERIAL_CONSOLE);
    }

    public String displayName() {
        return displayName;
    }

    /** Where it looks, and what it cannot see there. */
    public String sight() {
        return sight;
    }
}
