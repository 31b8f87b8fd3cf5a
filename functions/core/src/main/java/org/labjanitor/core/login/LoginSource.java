package org.labjanitor.core.login;

/** Where a login is recorded. None of them sees plain SSH or RDP with a key pair or password. */
public enum LoginSource {
    /** Systems Manager sessions: active ones, and 30 days of history. */
    SESSION_MANAGER("Session Manager"),
    /** EC2 Instance Connect keys, from CloudTrail's event history of 90 days. */
    INSTANCE_CONNECT("EC2 Instance Connect");

    private final String displayName;

    LoginSource(String displayName) {
        this.displayName = displayName;
    }

    public String displayName() {
        return displayName;
    }
}
