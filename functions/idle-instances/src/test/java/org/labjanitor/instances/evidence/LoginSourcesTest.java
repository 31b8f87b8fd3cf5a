package org.labjanitor.instances.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.simulator.cloudtrail.EventHistory;
import org.labjanitor.simulator.cloudtrail.TrailEvent;

/** Logins that CloudTrail knows of. */
class LoginSourcesTest {
    private static final String SOURCE = "ec2-instance-connect.amazonaws.com";
    private static final Instant LAST_NIGHT = Scene.NOW.minus(Duration.ofHours(12));

    private static EventHistory events(Scene scene) {
        return scene.lab().account(Scene.ACCOUNT).region(Scene.REGION).events();
    }

    @Test
    void oneLookupServesKeysForSshAndForTheSerialConsole() {
        try (Scene scene = new Scene()) {
            String ssh = scene.idle("ssh");
            String console = scene.idle("console");
            String idle = scene.idle("left-behind");
            events(scene).add(TrailEvent.sshKeySent(LAST_NIGHT, "ada", ssh, "ec2-user"));
            events(scene).add(TrailEvent.serialConsoleKeySent(LAST_NIGHT, "bob", console));

            RunResult result = scene.report();

            assertThat(Scene.item(result, idle).verdict()).isInstanceOf(Removable.class);
            assertLogin(Scene.item(result, ssh).verdict(), "ada", "EC2 Instance Connect");
            assertLogin(Scene.item(result, console).verdict(), "bob", "EC2 serial console");
            assertThat(scene.lab().calls().count("LookupEvents")).isEqualTo(1);
        }
    }

    private static void assertLogin(Verdict verdict, String who, String source) {
        assertThat(verdict.reason()).isEqualTo(KeepReason.IN_USE);
        assertThat(verdict.explanation().sentence()).contains("login of " + who);
        assertThat(verdict.explanation().facts().getFirst().source()).isEqualTo(source);
    }

    @Test
    void otherEventsOfTheSourceAreNoLogins() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            events(scene)
                    .add(
                            TrailEvent.byUser(
                                    LAST_NIGHT,
                                    SOURCE,
                                    "OpenTunnel",
                                    "ada",
                                    Map.of("remotePort", "22")));

            assertThat(Scene.item(scene.report(), idle).verdict()).isInstanceOf(Removable.class);
        }
    }

    @Test
    void aKeyWithoutItsInstanceLeavesAllUnknown() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            events(scene)
                    .add(
                            TrailEvent.byUser(
                                    LAST_NIGHT,
                                    SOURCE,
                                    "SendSerialConsoleSSHPublicKey",
                                    "ada",
                                    Map.of("serialPort", 0)));

            Verdict verdict = Scene.item(scene.report(), idle).verdict();

            assertThat(verdict.reason()).isEqualTo(UnknownReason.LOGINS_UNAVAILABLE);
            assertThat(verdict.explanation().sentence())
                    .contains("SendSerialConsoleSSHPublicKey event", "without an instance");
        }
    }

    @Test
    void aLongHistoryIsReadAtTheRateThatCloudTrailAllows() {
        try (Scene scene = new Scene()) {
            String used = scene.idle("used");
            scene.idle("left-behind");
            events(scene).add(TrailEvent.serialConsoleKeySent(LAST_NIGHT, "bob", used));
            for (int key = 0; key < 250; key++) {
                events(scene)
                        .add(
                                TrailEvent.sshKeySent(
                                        LAST_NIGHT.plusSeconds(key), "ada", "i-0abc", "ec2-user"));
            }
            events(scene).limitLookups(scene.lab().clock());

            RunResult result = scene.report();

            assertThat(Scene.item(result, used).verdict().reason()).isEqualTo(KeepReason.IN_USE);
            assertThat(scene.lab().calls().of("LookupEvents"))
                    .hasSize(6)
                    .allSatisfy(call -> assertThat(call.errorCode()).isNull());
        }
    }
}
