package org.labjanitor.simulator.ssm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.service.PerPlace;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.ssm.model.Command;
import software.amazon.awssdk.services.ssm.model.CommandInvocation;
import software.amazon.awssdk.services.ssm.model.CommandPlugin;
import software.amazon.awssdk.services.ssm.model.CommandStatus;
import software.amazon.awssdk.services.ssm.model.DescribeInstanceInformationRequest;
import software.amazon.awssdk.services.ssm.model.DescribeInstanceInformationResponse;
import software.amazon.awssdk.services.ssm.model.GetCommandInvocationRequest;
import software.amazon.awssdk.services.ssm.model.GetCommandInvocationResponse;
import software.amazon.awssdk.services.ssm.model.InstanceInformation;
import software.amazon.awssdk.services.ssm.model.InstanceInformationStringFilter;
import software.amazon.awssdk.services.ssm.model.ListCommandInvocationsRequest;
import software.amazon.awssdk.services.ssm.model.ListCommandInvocationsResponse;
import software.amazon.awssdk.services.ssm.model.SendCommandRequest;
import software.amazon.awssdk.services.ssm.model.SendCommandResponse;
import software.amazon.awssdk.services.ssm.model.Target;

/** Run Command, as far as it runs shell scripts. */
final class CommandOperations {
    private static final int MOST_INSTANCES = 50;
    private static final int SHORTEST_TIMEOUT = 30;
    private static final int LONGEST_TIMEOUT = 2_592_000;
    private static final int DEFAULT_TIMEOUT = 3_600;
    private static final int MOST_INVOCATIONS = 50;
    private static final int DEFAULT_NODES = 10;
    private static final int LEAST_NODES = 5;
    private static final int LONGEST_OUTPUT = 24_000;
    private static final int LONGEST_ERROR = 8_000;
    private static final int LONGEST_PLUGIN_OUTPUT = 2_500;

    private final PerPlace<ManagedNodes> nodes;

    CommandOperations(PerPlace<ManagedNodes> nodes) {
        this.nodes = nodes;
    }

    List<Operation<?, ?>> operations() {
        return List.of(
                new Operation<>("SendCommand", SendCommandRequest::builder, this::send),
                new Operation<>(
                        "GetCommandInvocation", GetCommandInvocationRequest::builder, this::get),
                new Operation<>(
                        "ListCommandInvocations",
                        ListCommandInvocationsRequest::builder,
                        this::list),
                new Operation<>(
                        "DescribeInstanceInformation",
                        DescribeInstanceInformationRequest::builder,
                        this::information));
    }

    private SendCommandResponse send(CallContext context, SendCommandRequest request) {
        ManagedNodes here = nodes.at(context.place());
        requireDocument(request);
        int timeout = timeout(request.timeoutSeconds());
        List<String> instanceIds = instanceIds(request);
        requireManaged(context, here, instanceIds);
        String id = here.newCommandId();
        List<String> commands = request.parameters().getOrDefault("commands", List.of());
        for (String instanceId : instanceIds) {
            here.add(
                    new SentCommand(
                            id,
                            instanceId,
                            commands,
                            request.comment(),
                            context.now(),
                            here.script(instanceId)));
        }
        Command command =
                Command.builder()
                        .commandId(id)
                        .documentName(SentCommand.DOCUMENT)
                        .documentVersion("$DEFAULT")
                        .comment(Objects.requireNonNullElse(request.comment(), ""))
                        .parameters(request.parameters())
                        .instanceIds(request.instanceIds())
                        .targets(request.targets())
                        .requestedDateTime(context.now())
                        .expiresAfter(
                                context.now()
                                        .plus(Duration.ofSeconds(timeout + (long) DEFAULT_TIMEOUT)))
                        .status(CommandStatus.PENDING)
                        .statusDetails("Pending")
                        .maxConcurrency("50")
                        .maxErrors("0")
                        .targetCount(instanceIds.size())
                        .completedCount(0)
                        .errorCount(0)
                        .timeoutSeconds(timeout)
                        .build();
        return SendCommandResponse.builder().command(command).build();
    }

    private static void requireDocument(SendCommandRequest request) {
        if (request.documentName() == null) {
            throw SsmErrors.constraint("null", "documentName", "Member must not be null");
        }
        if (!request.documentName().equals(SentCommand.DOCUMENT)) {
            throw AwsError.badRequest(
                    "InvalidDocument",
                    "Document with name " + request.documentName() + " does not exist.");
        }
        for (String parameter : request.parameters().keySet()) {
            if (!Set.of("commands", "workingDirectory", "executionTimeout").contains(parameter)) {
                throw invalidParameters();
            }
        }
        if (!request.parameters().containsKey("commands")) {
            throw invalidParameters();
        }
    }

    private static AwsError invalidParameters() {
        return AwsError.badRequest("InvalidParameters", "");
    }

    private static int timeout(@Nullable Integer seconds) {
        if (seconds == null) {
            return DEFAULT_TIMEOUT;
        }
        if (seconds < SHORTEST_TIMEOUT) {
            throw SsmErrors.constraint(
                    seconds,
                    "timeoutSeconds",
                    "Member must have value greater than or equal to 30");
        }
        if (seconds > LONGEST_TIMEOUT) {
            throw SsmErrors.constraint(
                    seconds,
                    "timeoutSeconds",
                    "Member must have value less than or equal to 2592000");
        }
        return seconds;
    }

    private static List<String> instanceIds(SendCommandRequest request) {
        Set<String> ids = new LinkedHashSet<>(request.instanceIds());
        if (request.instanceIds().size() > MOST_INSTANCES) {
            throw SsmErrors.constraint(
                    request.instanceIds(),
                    "instanceIds",
                    "Member must have length less than or equal to 50");
        }
        for (Target target : request.targets()) {
            if (!"InstanceIds".equalsIgnoreCase(target.key())) {
                throw AwsError.notSimulated("SendCommand to targets by " + target.key());
            }
            ids.addAll(target.values());
        }
        return List.copyOf(ids);
    }

    private static void requireManaged(
            CallContext context, ManagedNodes here, List<String> instanceIds) {
        List<String> unmanaged = new ArrayList<>(instanceIds);
        unmanaged.removeIf(id -> here.agent(id).isOnline());
        if (instanceIds.isEmpty() || !unmanaged.isEmpty()) {
            throw AwsError.badRequest(
                    "InvalidInstanceId",
                    "Instances [%s] not in a valid state for account %s"
                            .formatted(unmanaged, context.accountId()));
        }
    }

    private GetCommandInvocationResponse get(
            CallContext context, GetCommandInvocationRequest request) {
        SentCommand found =
                nodes.at(context.place()).commands().stream()
                        .filter(sent -> sent.commandId().equals(request.commandId()))
                        .filter(sent -> sent.instanceId().equals(request.instanceId()))
                        .findFirst()
                        .orElseThrow(() -> AwsError.badRequest("InvocationDoesNotExist", ""));
        boolean started = found.hasStarted(context.now());
        boolean over = found.isOver(context.now());
        return GetCommandInvocationResponse.builder()
                .commandId(found.commandId())
                .instanceId(found.instanceId())
                .comment(Objects.requireNonNullElse(found.comment(), ""))
                .documentName(SentCommand.DOCUMENT)
                .documentVersion("$DEFAULT")
                .pluginName(SentCommand.PLUGIN)
                .responseCode(found.responseCode(context.now()))
                .executionStartDateTime(started ? found.started().toString() : "")
                .executionElapsedTime(over ? found.script().runsFor().toString() : "")
                .executionEndDateTime(over ? found.ended().toString() : "")
                .status(found.status(context.now()))
                .statusDetails(details(found, context))
                .standardOutputContent(
                        over ? shortened(found.script().output(), LONGEST_OUTPUT) : "")
                .standardOutputUrl("")
                .standardErrorContent(
                        over ? shortened(found.script().standardError(), LONGEST_ERROR) : "")
                .standardErrorUrl("")
                .build();
    }

    private static String details(SentCommand sent, CallContext context) {
        return sent.status(context.now()).toString();
    }

    private static String shortened(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }

    private ListCommandInvocationsResponse list(
            CallContext context, ListCommandInvocationsRequest request) {
        if (request.hasFilters()) {
            throw AwsError.notSimulated("ListCommandInvocations with filters");
        }
        List<SentCommand> found =
                nodes.at(context.place()).commands().stream()
                        .filter(isAsked(request.commandId(), SentCommand::commandId))
                        .filter(isAsked(request.instanceId(), SentCommand::instanceId))
                        .toList();
        int fingerprint = request.toBuilder().nextToken(null).maxResults(null).build().hashCode();
        int from = SsmPages.from(request.nextToken(), fingerprint, found.size());
        int size = SsmPages.size(request.maxResults(), 1, MOST_INVOCATIONS, MOST_INVOCATIONS);
        int to = Math.min(from + size, found.size());
        boolean withDetails = Boolean.TRUE.equals(request.details());
        return ListCommandInvocationsResponse.builder()
                .commandInvocations(
                        found.subList(from, to).stream()
                                .map(sent -> invocation(sent, context, withDetails))
                                .toList())
                .nextToken(SsmPages.token(fingerprint, to, found.size()))
                .build();
    }

    private static Predicate<SentCommand> isAsked(
            @Nullable String wanted, Function<SentCommand, String> value) {
        return sent -> wanted == null || wanted.equals(value.apply(sent));
    }

    private static CommandInvocation invocation(
            SentCommand sent, CallContext context, boolean withDetails) {
        CommandInvocation.Builder invocation =
                CommandInvocation.builder()
                        .commandId(sent.commandId())
                        .instanceId(sent.instanceId())
                        .instanceName("")
                        .comment(Objects.requireNonNullElse(sent.comment(), ""))
                        .documentName(SentCommand.DOCUMENT)
                        .documentVersion("$DEFAULT")
                        .requestedDateTime(sent.sent())
                        .status(sent.status(context.now()))
                        .statusDetails(details(sent, context));
        if (withDetails) {
            invocation.commandPlugins(plugin(sent, context));
        }
        return invocation.build();
    }

    private static CommandPlugin plugin(SentCommand sent, CallContext context) {
        boolean over = sent.isOver(context.now());
        String error = sent.script().standardError();
        String all =
                error.isEmpty()
                        ? sent.script().output()
                        : sent.script().output() + "\n----------ERROR-------\n" + error;
        return CommandPlugin.builder()
                .name(SentCommand.PLUGIN)
                .status(details(sent, context))
                .statusDetails(details(sent, context))
                .responseCode(sent.responseCode(context.now()))
                .responseStartDateTime(sent.hasStarted(context.now()) ? sent.started() : null)
                .responseFinishDateTime(over ? sent.ended() : null)
                .output(over ? shortened(all, LONGEST_PLUGIN_OUTPUT) : "")
                .build();
    }

    private DescribeInstanceInformationResponse information(
            CallContext context, DescribeInstanceInformationRequest request) {
        if (request.hasInstanceInformationFilterList()) {
            throw AwsError.notSimulated("DescribeInstanceInformation with legacy filters");
        }
        ManagedNodes here = nodes.at(context.place());
        List<InstanceInformation> found =
                here.instanceIds().stream()
                        .filter(id ->
                                request.filters().stream()
                                        .allMatch(filter -> passes(filter, id, here.agent(id))))
                        .map(id -> node(id, here.agent(id), context))
                        .toList();
        int fingerprint = request.toBuilder().nextToken(null).maxResults(null).build().hashCode();
        int from = SsmPages.from(request.nextToken(), fingerprint, found.size());
        int size =
                SsmPages.size(request.maxResults(), LEAST_NODES, MOST_INVOCATIONS, DEFAULT_NODES);
        int to = Math.min(from + size, found.size());
        return DescribeInstanceInformationResponse.builder()
                .instanceInformationList(found.subList(from, to))
                .nextToken(SsmPages.token(fingerprint, to, found.size()))
                .build();
    }

    private static boolean passes(
            InstanceInformationStringFilter filter, String instanceId, LabAgent agent) {
        return switch (String.valueOf(filter.key())) {
            case "InstanceIds" -> filter.values().contains(instanceId);
            case "PingStatus" -> filter.values().contains(agent.pingStatus());
            case "PlatformType" -> filter.values().contains(agent.platform());
            case "ResourceType" -> filter.values().contains("EC2Instance");
            default ->
                    throw AwsError.badRequest(
                            "InvalidInstanceInformationFilterValue",
                            "The lab does not know the filter " + filter.key());
        };
    }

    private static InstanceInformation node(
            String instanceId, LabAgent agent, CallContext context) {
        return InstanceInformation.builder()
                .instanceId(instanceId)
                .pingStatus(agent.pingStatus())
                .lastPingDateTime(context.now())
                .agentVersion("3.3.3050.0")
                .isLatestVersion(true)
                .platformType(agent.platform())
                .platformName(agent.platform())
                .platformVersion("2023")
                .resourceType("EC2Instance")
                .build();
    }
}
