package org.labjanitor.instances.evidence;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.labjanitor.instances.inventory.Chunks;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.CommandInvocation;
import software.amazon.awssdk.services.ssm.model.CommandInvocationStatus;
import software.amazon.awssdk.services.ssm.model.CommandPlugin;
import software.amazon.awssdk.services.ssm.model.ListCommandInvocationsRequest;
import software.amazon.awssdk.services.ssm.model.SendCommandRequest;

/**
 * Runs a shell script as root on Linux machines, through SSM Run Command, and brings back what it
 * printed: at most 2,500 characters a machine, which is what one listing for all machines holds.
 */
final class RunCommand {
    private static final String DOCUMENT = "AWS-RunShellScript";

    /** SendCommand takes 50 ids at most. */
    private static final int MOST_MACHINES = 50;

    /** Time for an agent to fetch the command; AWS allows no less. */
    private static final int DELIVERY_SECONDS = 30;

    private static final int RUN_SECONDS = 30;

    /** Both of these, and some time for SSM to tell. */
    private static final Duration PATIENCE =
            Duration.ofSeconds(DELIVERY_SECONDS + RUN_SECONDS + 15L);

    private static final Duration TIME_TO_REPORT = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final String OUT_OF_TIME = "time ran out; the next run goes on";

    private final Supplier<SsmClient> ssm;
    private final String region;
    private final Pause pause;
    private final TimeBudget time;
    private final Runnable outOfTime;

    /**
     * A way to machines of one Region.
     *
     * @param outOfTime told where the run's time is up before a machine has answered
     */
    RunCommand(
            Supplier<SsmClient> ssm,
            String region,
            Pause pause,
            TimeBudget time,
            Runnable outOfTime) {
        this.ssm = ssm;
        this.region = region;
        this.pause = pause;
        this.time = time;
        this.outOfTime = outOfTime;
    }

    /** How the script ended on each machine, by id. */
    Map<String, CommandEnd> run(List<String> instanceIds, String script) {
        Map<String, CommandEnd> ends = new HashMap<>();
        if (!instanceIds.isEmpty() && !time.hasLeft(PATIENCE.plus(TIME_TO_REPORT))) {
            outOfTime.run();
            fail(ends, instanceIds, OUT_OF_TIME);
            return ends;
        }
        Map<String, Set<String>> open = send(instanceIds, script, ends);
        String late = await(open, ends);
        open.values().forEach(ids -> fail(ends, ids, late));
        return ends;
    }

    /** The machines that each command went to, by the command's id. */
    private Map<String, Set<String>> send(
            List<String> instanceIds, String script, Map<String, CommandEnd> ends) {
        Map<String, Set<String>> open = new HashMap<>();
        for (List<String> part : Chunks.of(instanceIds, MOST_MACHINES)) {
            try {
                open.put(
                        ssm.get().sendCommand(request(part, script)).command().commandId(),
                        new HashSet<>(part));
            } catch (SdkException e) {
                fail(ends, part, AwsFailure.of("ssm:SendCommand in " + region, e).message());
            }
        }
        return open;
    }

    /** By default the first failure on one machine would spare the others the command. */
    private static SendCommandRequest request(List<String> instanceIds, String script) {
        return SendCommandRequest.builder()
                .documentName(DOCUMENT)
                .instanceIds(instanceIds)
                .comment("Lab Janitor: who was logged in here")
                .timeoutSeconds(DELIVERY_SECONDS)
                .maxErrors("100%")
                .parameters(
                        Map.of(
                                "commands",
                                List.of(script),
                                "executionTimeout",
                                List.of(String.valueOf(RUN_SECONDS))))
                .build();
    }

    /** Takes out of {@code open} what has ended; says why the rest has not. */
    private String await(Map<String, Set<String>> open, Map<String, CommandEnd> ends) {
        Duration waited = Duration.ZERO;
        Duration next = FIRST_PAUSE;
        while (!open.isEmpty() && waited.compareTo(PATIENCE) < 0) {
            if (!time.hasLeft(TIME_TO_REPORT)) {
                outOfTime.run();
                return OUT_OF_TIME;
            }
            try {
                pause.of(next);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "the run was interrupted";
            }
            waited = waited.plus(next);
            next = longer(next);
            open.forEach((commandId, ids) -> look(commandId, ids, ends));
            open.values().removeIf(Set::isEmpty);
        }
        return "the machine did not answer within " + PATIENCE.toSeconds() + " s";
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private void look(String commandId, Set<String> ids, Map<String, CommandEnd> ends) {
        ListCommandInvocationsRequest request =
                ListCommandInvocationsRequest.builder()
                        .commandId(commandId)
                        .details(true)
                        .maxResults(MOST_MACHINES)
                        .build();
        try {
            for (CommandInvocation invocation :
                    ssm.get().listCommandInvocationsPaginator(request).commandInvocations()) {
                if (isOver(invocation.status()) && ids.remove(invocation.instanceId())) {
                    ends.put(invocation.instanceId(), end(invocation));
                }
            }
        } catch (SdkException e) {
            fail(ends, ids, AwsFailure.of("ssm:ListCommandInvocations in " + region, e).message());
            ids.clear();
        }
    }

    private static boolean isOver(CommandInvocationStatus status) {
        return switch (status) {
            case SUCCESS, FAILED, TIMED_OUT, CANCELLED -> true;
            case PENDING, IN_PROGRESS, DELAYED, CANCELLING, UNKNOWN_TO_SDK_VERSION -> false;
        };
    }

    private static CommandEnd end(CommandInvocation invocation) {
        if (invocation.status() != CommandInvocationStatus.SUCCESS) {
            return new CommandEnd.Failed(
                    "the command failed on the machine: " + invocation.statusDetails());
        }
        return invocation.commandPlugins().stream()
                .map(CommandPlugin::output)
                .findFirst()
                .<CommandEnd>map(CommandEnd.Printed::new)
                .orElseGet(() -> new CommandEnd.Failed("the machine's answer holds no output"));
    }

    private static void fail(
            Map<String, CommandEnd> ends, Iterable<String> instanceIds, String why) {
        instanceIds.forEach(id -> ends.put(id, new CommandEnd.Failed(why)));
    }
}
