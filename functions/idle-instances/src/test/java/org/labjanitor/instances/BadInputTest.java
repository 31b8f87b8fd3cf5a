package org.labjanitor.instances;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.instances.progress.SweepListener;
import org.labjanitor.runtime.aws.AwsFailedException;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.TimeBudget;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;

/** Each fault gives one clear message, changes nothing, and hides nothing else. */
class BadInputTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"mode\": \"report\"            | malformed JSON",
                "[]                               | expected a JSON object",
                "{\"mod\": \"report\"}            | unknown key \"mod\" (known: mode, terminate, regions",
                "{\"mode\": \"destroy\"}          | mode is \"destroy\", but must be one of report, warn, clean",
                "{\"mode\": 1}                    | mode is 1, but must be one of",
                "{\"regions\": \"us-east-1\"}     | regions is \"us-east-1\", but must be a list of Region names",
                "{\"regions\": []}                | regions is an empty list",
                "{\"regions\": [\"all\", \"us-east-1\"]} | regions is all and more",
                "{\"only\": [\"i-xyz\"]}          | only holds \"i-xyz\", but must hold instance ids",
                "{\"terminate\": [\"web\"], \"reason\": \"x\"} | terminate holds \"web\"",
                "{\"reason\": \"x\"}              | reason is given without terminate",
                "{\"only\": [\"i-0123456789abcdef0\"], \"terminate\": [\"i-0123456789abcdef0\"], \"reason\": \"x\"} | only cannot stand beside terminate",
                "{\"policy\": {\"preset\": \"lazy\"}} | policy.preset is \"lazy\", but must be one of lab",
                "{\"policy\": {\"cpuPercent\": -5}} | policy.cpuPercent is -5, but must be a number above 0",
                "{\"policy\": {\"quietHours\": -1}} | policy.quietHours is -1, but must be a whole number from 1",
                "{\"policy\": {\"preset\": \"window\", \"gapFactor\": 2}} | policy.gapFactor does not fit the policy",
                "{\"policy\": {\"gpuPercent\": 101}} | policy.gpuPercent is 101, but must be a number above 0 and at most 100",
                "{\"policy\": {\"diskMegabytesPerHour\": 0}} | policy.diskMegabytesPerHour is 0, but must be a number above 0",
                "{\"policy\": {\"diskOperationsPerHour\": -1}} | policy.diskOperationsPerHour is -1, but must be a number above 0",
                "{\"policy\": {\"networkPacketsPerHour\": \"few\"}} | policy.networkPacketsPerHour is \"few\", but must be a number",
                "{\"policy\": {\"cpuCreditsPerHour\": true}} | policy.cpuCreditsPerHour is true, but must be a number",
                "{\"policy\": {\"askMachines\": \"yes\"}} | policy.askMachines is \"yes\", but must be true or false",
                "{\"policy\": {\"disk\": 5}}     | cpuCreditsPerHour, gpuPercent",
                "{\"policy\": {\"hours\": 2}}     | unknown key \"policy.hours\"",
                "{\"action\": \"delete\"}         | action is \"delete\", but must be one of terminate, stop",
                "{\"mode\": \"clean\", \"graceHours\": 24} | graceHours is 24, but must be a whole number from 0 to 0",
                "{\"mode\": \"clean\", \"graceHours\": 0} | graceHours is 0, which goes with mode clean and a list in only",
                "{\"graceHours\": 0, \"only\": [\"i-0123456789abcdef0\"]} | graceHours is 0, which goes with mode clean",
                "{\"mode\": \"clean\", \"explain\": true} | explain is true, which goes with mode report",
                "{\"explain\": true, \"terminate\": [\"i-0123456789abcdef0\"], \"reason\": \"x\"} | explain is true, which goes with mode report and without terminate",
            })
    void aRequestWithAFaultIsRefusedByName(String request, String message) {
        try (Scene scene = new Scene()) {
            assertThatThrownBy(() -> scene.run(request))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining(message);
            assertThat(scene.lab().calls().total()).isZero();
        }
    }

    @Test
    void allFaultsOfARequestAreListedAtOnce() {
        try (Scene scene = new Scene()) {
            assertThatThrownBy(() ->
                            scene.run(
                                    "{\"mode\": \"destroy\", \"budget\": {\"count\": \"all\"}, \"colour\": 1}"))
                    .isInstanceOfSatisfying(
                            BadRequestException.class, e -> assertThat(e.faults()).hasSize(3));
        }
    }

    @Test
    void expiredCredentialsAreNamed() {
        try (Scene scene = new Scene()) {
            String key = scene.lab().account(Scene.ACCOUNT).issueKey();
            scene.lab().account(Scene.ACCOUNT).expireKey(key);
            scene.signWith(key);

            assertThatThrownBy(scene::report)
                    .isInstanceOf(AwsFailedException.class)
                    .hasMessageContaining("sts:GetCallerIdentity failed")
                    .hasMessageContaining("Expired")
                    .hasMessageContaining("Renew the credentials");
        }
    }

    @Test
    void aMissingPermissionIsNamed() {
        try (Scene scene = new Scene()) {
            scene.idle("left-behind");
            scene.lab().account(Scene.ACCOUNT).deny("ec2:DescribeInstances");

            RunResult result = scene.report();

            assertThat(result.status()).isEqualTo(RunStatus.FAILED);
            assertThat(result.notExamined())
                    .singleElement()
                    .satisfies(gap ->
                            assertThat(gap.why())
                                    .contains(
                                            "The credentials need the permission ec2:DescribeInstances"));
        }
    }

    @Test
    void aMissingPermissionToTerminateIsARefusalThatChangesNothing() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            scene.busy("at-work");
            scene.lab().account(Scene.ACCOUNT).deny("ec2:TerminateInstances");

            RunResult result = scene.clean();

            assertThat(scene.isGone(idle)).isFalse();
            assertThat(Scene.item(result, idle).outcomeDetail())
                    .contains("The credentials need the permission ec2:TerminateInstances");
        }
    }

    @Test
    void anEndpointThatIsDownIsNamed() {
        try (IdleInstancesHandler handler =
                new IdleInstancesHandler(
                        Settings.defaults(),
                        Scene.connection("AKIAEXAMPLE", URI.create("http://127.0.0.1:1")),
                        () -> Scene.NOW,
                        _ -> {},
                        SweepListener.silent())) {
            assertThatThrownBy(() ->
                            handler.run(
                                    "{}".getBytes(UTF_8),
                                    TimeBudget.of(Duration.ofMinutes(1), () -> Scene.NOW)))
                    .isInstanceOf(AwsFailedException.class)
                    .hasMessageContaining("no answer (connection refused; is the endpoint up?)");
        }
    }

    @Test
    void aRegionThatAnswers500ForEverIsNotExaminedAndTheOthersAre() {
        try (Scene scene = new Scene()) {
            scene.idle("left-behind");
            scene.busy("at-work");
            scene.lab()
                    .faults()
                    .add(
                            Fault.everyCall(FaultKind.ERROR, "DescribeInstances")
                                    .inRegion("eu-west-1"));

            RunResult result = scene.run("{\"regions\": [\"eu-west-1\", \"us-east-1\"]}");

            assertThat(result.removable()).isEqualTo(1);
            assertThat(result.notExamined())
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.why()).contains("also after retries"));
        }
    }

    @Test
    void theHomeRegionAloneNeedsNoListOfRegions() {
        try (Scene scene = new Scene()) {
            scene.idle("left-behind");
            scene.busy("at-work");
            scene.lab().faults().add(Fault.everyCall(FaultKind.ERROR, "DescribeRegions"));

            RunResult result = scene.run("{\"regions\": [\"us-east-1\"]}");

            assertThat(result.status()).isEqualTo(RunStatus.COMPLETE);
            assertThat(result.notExamined()).isEmpty();
            assertThat(result.removable()).isEqualTo(1);
        }
    }

    @Test
    void aRegionThatDoesNotExistIsNamedWithThoseThatDo() {
        try (Scene scene = new Scene()) {
            RunResult result = scene.run("{\"regions\": [\"us-moon-1\", \"us-east-1a\"]}");

            assertThat(result.status()).isEqualTo(RunStatus.FAILED);
            assertThat(result.notExamined()).hasSize(2);
            assertThat(result.notExamined().getFirst().why())
                    .contains("there is no such Region")
                    .contains("us-east-1");
            assertThat(result.notExamined().getLast().why())
                    .contains("looks like an Availability Zone of us-east-1");
        }
    }

    @Test
    void anInstanceThatIsNowhereIsNotExamined() {
        try (Scene scene = new Scene()) {
            RunResult result = scene.run("{\"only\": [\"i-0123456789abcdef0\"]}");

            assertThat(result.notExamined())
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.what()).isEqualTo("i-0123456789abcdef0"));
        }
    }

    @Test
    void throttlingForAWhileIsWaitedOut() {
        try (Scene scene = new Scene()) {
            scene.idle("left-behind");
            scene.busy("at-work");
            scene.lab()
                    .faults()
                    .add(Fault.onCall(1, FaultKind.THROTTLE, "DescribeInstances").times(2));
            scene.lab().faults().add(Fault.onCall(1, FaultKind.RESET, "GetMetricData"));

            RunResult result = scene.report();

            assertThat(result.status()).isEqualTo(RunStatus.COMPLETE);
            assertThat(result.removable()).isEqualTo(1);
        }
    }
}
