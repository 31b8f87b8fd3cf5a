package org.labjanitor.simulator.ssm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssm.model.CommandInvocationStatus;

/**
 * A command as one machine runs it: pending until the agent has it, then in progress, then over.
 *
 * @param commands the lines of the shell script
 */
public record SentCommand(
        String commandId,
        String instanceId,
        List<String> commands,
        @Nullable String comment,
        Instant sent,
        LabScript script) {
    static final String DOCUMENT = "AWS-RunShellScript";
    static final String PLUGIN = "aws:runShellScript";

    /** Until the agent asks for work; plausible and fixed, AWS promises no time. */
    private static final Duration DELIVERY = Duration.ofSeconds(1);

    public SentCommand {
        commands = List.copyOf(commands);
    }

    Instant started() {
        return sent.plus(DELIVERY);
    }

    Instant ended() {
        return started().plus(script.runsFor());
    }

    boolean hasStarted(Instant now) {
        return !now.isBefore(started());
    }

    boolean isOver(Instant now) {
        return !now.isBefore(ended());
    }

    CommandInvocationStatus status(Instant now) {
        if (!hasStarted(now)) {
            return CommandInvocationStatus.PENDING;
        }
        if (!isOver(now)) {
            return CommandInvocationStatus.IN_PROGRESS;
        }
        return script.exitCode() == 0
                ? CommandInvocationStatus.SUCCESS
                : CommandInvocationStatus.FAILED;
    }

    /** "If the response code is -1, then the command hasn't started running". */
    int responseCode(Instant now) {
        return isOver(now) ? script.exitCode() : -1;
    }
}
