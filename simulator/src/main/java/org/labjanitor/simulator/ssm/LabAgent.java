package org.labjanitor.simulator.ssm;

/**
 * What a machine's SSM agent is known as.
 *
 * @param pingStatus {@code Online}, {@code ConnectionLost} or {@code Inactive}
 * @param platform {@code Linux}, {@code Windows} or {@code MacOS}
 */
public record LabAgent(String pingStatus, String platform) {
    public static final LabAgent ONLINE_ON_LINUX = new LabAgent("Online", "Linux");
    public static final LabAgent ONLINE_ON_WINDOWS = new LabAgent("Online", "Windows");

    /** It has not reported for five minutes or more. */
    public static final LabAgent LOST = new LabAgent("ConnectionLost", "Linux");

    boolean isOnline() {
        return pingStatus.equals("Online");
    }
}
