package org.labjanitor.buckets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labjanitor.buckets.emptying.StopSignal;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.buckets.progress.BucketSweepListener;
import org.labjanitor.runtime.aws.AwsFailedException;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.Outcome;
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
                "{\"mod\": \"report\"}            | unknown key \"mod\" (known: mode, regions, only",
                "{\"mode\": \"destroy\"}          | mode is \"destroy\", but must be one of report, warn, clean",
                "{\"regions\": \"us-east-1\"}     | regions is \"us-east-1\", but must be a list of Region names",
                "{\"regions\": [\"all\", \"us-east-1\"]} | regions is all and more",
                "{\"only\": [\"Lab_1\"]}          | only holds \"Lab_1\", but must hold bucket names: 3 to 63",
                "{\"only\": [\"lab..1\"]}         | only holds \"lab..1\"",
                "{\"only\": [\"10.0.0.1\"]}       | only holds \"10.0.0.1\"",
                "{\"delete\": [\"x\"], \"reason\": \"y\"} | delete holds \"x\"",
                "{\"delete\": [\"lab-a\"]}        | reason is missing, but delete needs one",
                "{\"reason\": \"x\"}              | reason is given without delete",
                "{\"only\": [\"lab-a\"], \"delete\": [\"lab-b\"], \"reason\": \"x\"} | only cannot stand beside delete",
                "{\"after\": \"burn\"}            | after is \"burn\", but must be one of delete, keep",
                "{\"lifetime\": \"a month\"}      | lifetime is \"a month\", but must be a length of time such as 30m",
                "{\"lifetime\": 30}               | lifetime is 30, but must be a string",
                "{\"budget\": {\"keys\": \"all\"}} | budget.keys is \"all\", but must be a whole number from 0",
                "{\"terminate\": [\"i-1\"]}       | unknown key \"terminate\"",
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
    void aNameOf300CharactersIsAFaultAndIsShownCutShort() {
        try (Scene scene = new Scene()) {
            assertThatThrownBy(() -> scene.run("{\"only\": [\"%s\"]}".formatted("a".repeat(300))))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("only holds \"" + "a".repeat(60) + "…\"");
        }
    }

    @Test
    void allFaultsOfARequestAreListedAtOnce() {
        try (Scene scene = new Scene()) {
            assertThatThrownBy(() ->
                            scene.run(
                                    "{\"mode\": \"destroy\", \"budget\": {\"count\": \"all\"}, \"only\": [\"X\"], \"colour\": 1}"))
                    .isInstanceOfSatisfying(
                            BadRequestException.class, e -> assertThat(e.faults()).hasSize(4));
        }
    }

    @Test
    void aBucketThatIsNowhereIsNotExamined() {
        try (Scene scene = new Scene()) {
            assertThat(why(scene.delete("lab-nowhere"), "lab-nowhere"))
                    .isEqualTo("there is no bucket of that name");
        }
    }

    @Test
    void aBucketOfAnotherAccountIsNotExamined() {
        try (Scene scene = new Scene()) {
            scene.foreign("lab-foreign");

            assertThat(why(scene.run("{\"only\": [\"lab-foreign\"]}"), "lab-foreign"))
                    .isEqualTo("there is a bucket of that name, but it belongs to another account");
        }
    }

    @Test
    void aBucketInAnotherRegionIsNotExamined() {
        try (Scene scene = new Scene()) {
            scene.bucket("eu-west-1", "lab-far", Map.of("lab:expires", "2026-11-10"));

            assertThat(why(scene.delete("lab-far"), "lab-far"))
                    .isEqualTo("it is in eu-west-1, where this run was not asked to look");
        }
    }

    @Test
    void aRegionThatDoesNotExistIsNamedWithThoseThatDo() {
        try (Scene scene = new Scene()) {
            RunResult result = scene.run("{\"regions\": [\"us-moon-1\", \"us-east-1a\"]}");

            assertThat(result.status()).isEqualTo(RunStatus.FAILED);
            assertThat(why(result, "us-moon-1"))
                    .contains("there is no such Region")
                    .contains("us-east-1");
            assertThat(why(result, "us-east-1a"))
                    .contains("looks like an Availability Zone of us-east-1");
        }
    }

    @Test
    void aMissingPermissionToListIsNamedAndRemovesNothing() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");
            scene.lab().account(Scene.ACCOUNT).deny("s3:ListAllMyBuckets");

            RunResult result = scene.clean();

            assertThat(result.status()).isEqualTo(RunStatus.FAILED);
            assertThat(why(result, "the account's buckets"))
                    .contains("The credentials need the permission s3:ListAllMyBuckets");
            assertThat(scene.lab().calls().mutations()).isEmpty();
        }
    }

    @Test
    void aPermissionToDeleteWithoutOneToListVersionsIsARefusal() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");
            scene.lab().account(Scene.ACCOUNT).deny("s3:ListBucketVersions");

            RunResult result = scene.clean();

            assertThat(Scene.item(result, "lab-over").outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(Scene.item(result, "lab-over").outcomeDetail())
                    .contains("s3:ListBucketVersions");
            assertThat(scene.isGone("lab-over")).isFalse();
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
                    .hasMessageContaining("Renew the credentials");
        }
    }

    @Test
    void anEndpointThatIsDownIsNamed() {
        try (ExpiredBucketsHandler handler =
                new ExpiredBucketsHandler(
                        Settings.defaults(),
                        Scene.connection("AKIAEXAMPLE", URI.create("http://127.0.0.1:1")),
                        () -> Scene.NOW,
                        _ -> {},
                        BucketSweepListener.silent(),
                        new StopSignal())) {
            assertThatThrownBy(() ->
                            handler.run(
                                    "{}".getBytes(UTF_8),
                                    TimeBudget.of(Duration.ofMinutes(1), () -> Scene.NOW)))
                    .isInstanceOf(AwsFailedException.class)
                    .hasMessageContaining("no answer (connection refused; is the endpoint up?)");
        }
    }

    @Test
    void throttlingForAWhileIsWaitedOut() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");
            scene.lab()
                    .faults()
                    .add(Fault.onCall(1, FaultKind.THROTTLE, "GetBucketTagging").times(2));
            scene.lab().faults().add(Fault.onCall(1, FaultKind.RESET, "ListBuckets"));

            RunResult result = scene.report();

            assertThat(result.status()).isEqualTo(RunStatus.COMPLETE);
            assertThat(result.removable()).isEqualTo(1);
        }
    }

    private static String why(RunResult result, String what) {
        return result.notExamined().stream()
                .filter(gap -> gap.what().equals(what))
                .map(NotExamined::why)
                .findFirst()
                .orElseThrow(() -> new AssertionError(what + " was examined"));
    }
}
