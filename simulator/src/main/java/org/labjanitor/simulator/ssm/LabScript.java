package org.labjanitor.simulator.ssm;

import java.time.Duration;

/**
 * How a machine takes a command.
 *
 * @param exitCode 0 is success
 * @param runsFor how long it runs once it has started
 */
public record LabScript(int exitCode, String output, String error, Duration runsFor) {
    /** Ends well within a second. */
    public static LabScript says(String output) {
        return new LabScript(0, output, "", Duration.ofSeconds(1));
    }

    /** Fails within a second; as the agent does, the exit status is added to what it says. */
    public static LabScript fails(int exitCode, String error) {
        return new LabScript(exitCode, "", error, Duration.ofSeconds(1));
    }

    String standardError() {
        return exitCode == 0 ? error : error + "failed to run commands: exit status " + exitCode;
    }
}
