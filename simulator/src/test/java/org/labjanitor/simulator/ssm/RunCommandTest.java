package org.labjanitor.simulator.ssm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.LabClients;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.CommandInvocation;
import software.amazon.awssdk.services.ssm.model.GetCommandInvocationResponse;
import software.amazon.awssdk.services.ssm.model.InstanceInformation;
import software.amazon.awssdk.services.ssm.model.InvalidInstanceIdException;
import software.amazon.awssdk.services.ssm.model.InvocationDoesNotExistException;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/** Shell scripts on machines, and the public parameters. */
class RunCommandTest {
    private static final String GOOD = "i-00000000000000001";
    private static final String BAD = "i-00000000000000002";

    private final Lab lab = Lab.start();
    private final SsmClient ssm =
            LabClients.pointed(
                            SsmClient.builder(),
                            lab,
                            "us-east-1",
                            lab.accessKey(Lab.DEFAULT_ACCOUNT))
                    .build();

    @AfterEach
    void close() {
        ssm.close();
        lab.close();
    }

    private ManagedNodes nodes() {
        return lab.account(Lab.DEFAULT_ACCOUNT).region("us-east-1").nodes();
    }

    private String send(String... instanceIds) {
        return ssm.sendCommand(r ->
                        r.documentName("AWS-RunShellScript")
                                .instanceIds(instanceIds)
                                .parameters(Map.of("commands", List.of("uptime"))))
                .command()
                .commandId();
    }

    private GetCommandInvocationResponse get(String commandId, String instanceId) {
        return ssm.getCommandInvocation(r -> r.commandId(commandId).instanceId(instanceId));
    }

    @Test
    void aCommandIsPendingThenInProgressThenOver() {
        nodes().online(GOOD, new LabScript(0, "up 3 days\n", "", Duration.ofSeconds(5)));
        String id = send(GOOD);
        assertThat(get(id, GOOD).statusAsString()).isEqualTo("Pending");
        assertThat(get(id, GOOD).responseCode()).isEqualTo(-1);
        lab.clock().advance(Duration.ofSeconds(1));
        assertThat(get(id, GOOD).statusAsString()).isEqualTo("InProgress");
        assertThat(get(id, GOOD).standardOutputContent()).isEmpty();
        lab.clock().advance(Duration.ofSeconds(5));
        assertThat(get(id, GOOD).statusAsString()).isEqualTo("Success");
        assertThat(get(id, GOOD).standardOutputContent()).isEqualTo("up 3 days\n");
        assertThat(nodes().commands().getFirst().commands()).containsExactly("uptime");
    }

    @Test
    void oneMachineFailsAndTheOtherDoesNot() {
        nodes().online(GOOD);
        nodes().online(BAD, LabScript.fails(127, "uptime: not found\n"));
        String id = send(GOOD, BAD);
        lab.clock().advance(Duration.ofSeconds(2));
        assertThat(
                        ssm.listCommandInvocations(r -> r.commandId(id).details(true))
                                .commandInvocations())
                .extracting(CommandInvocation::instanceId, CommandInvocation::statusAsString)
                .containsExactly(tuple(GOOD, "Success"), tuple(BAD, "Failed"));
        assertThat(get(id, BAD).responseCode()).isEqualTo(127);
        assertThat(get(id, BAD).standardErrorContent())
                .isEqualTo("uptime: not found\nfailed to run commands: exit status 127");
    }

    @Test
    void machinesWithoutAgentAreRefusedAndNothingIsSent() {
        nodes().online(GOOD);
        assertThatThrownBy(() -> send(GOOD, BAD))
                .isInstanceOf(InvalidInstanceIdException.class)
                .hasMessageContaining(
                        "Instances [[i-00000000000000002]] not in a valid state for account 111122223333");
        assertThat(nodes().commands()).isEmpty();
        assertThatThrownBy(() -> get("11111111-1111-1111-1111-111111111111", GOOD))
                .isInstanceOf(InvocationDoesNotExistException.class);
    }

    @Test
    void theAgentsThatReportAreListed() {
        nodes().online(GOOD);
        nodes().online(BAD);
        nodes().offline(BAD);
        assertThat(ssm.describeInstanceInformation().instanceInformationList())
                .singleElement()
                .satisfies(node -> {
                    assertThat(node.instanceId()).isEqualTo(GOOD);
                    assertThat(node.pingStatusAsString()).isEqualTo("Online");
                });
    }

    @Test
    void anAgentThatWasLostIsListedAndTakesNoCommand() {
        nodes().report(GOOD, LabAgent.LOST);
        nodes().report(BAD, LabAgent.ONLINE_ON_WINDOWS);
        assertThat(ssm.describeInstanceInformation().instanceInformationList())
                .extracting(
                        InstanceInformation::pingStatusAsString,
                        InstanceInformation::platformTypeAsString)
                .containsExactly(tuple("ConnectionLost", "Linux"), tuple("Online", "Windows"));
        assertThatThrownBy(() -> send(GOOD)).isInstanceOf(InvalidInstanceIdException.class);
    }

    @Test
    void publicParametersNameTheNewestImages() {
        String name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64";
        String image = ssm.getParameter(r -> r.name(name)).parameter().value();
        try (var ec2 = LabClients.ec2(lab)) {
            assertThat(ec2.describeImages(r -> r.imageIds(image)).images().getFirst().name())
                    .isEqualTo("al2023-ami-2023.11.20261110.0-kernel-6.1-arm64");
        }
        assertThatThrownBy(() -> ssm.getParameter(r -> r.name("/aws/service/none")))
                .isInstanceOf(ParameterNotFoundException.class);
        assertThat(ssm.getParameters(r -> r.names(name, "/aws/service/none")).invalidParameters())
                .containsExactly("/aws/service/none");
    }
}
