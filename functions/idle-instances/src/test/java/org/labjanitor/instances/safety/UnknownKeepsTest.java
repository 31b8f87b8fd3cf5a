package org.labjanitor.instances.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict.Unknown;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.simulator.cloudwatch.SeriesFault;

/** Missing, partial, forbidden, unparsable or implausible evidence keeps the resource. */
class UnknownKeepsTest {
    @ParameterizedTest
    @EnumSource(SeriesFault.class)
    void aSeriesThatCloudWatchDoesNotGiveWhole(SeriesFault fault) {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            keepOthersBusy(scene);
            scene.metrics().fail(Scene.cpuOf(idle), fault);

            RunResult result = scene.clean();

            assertUnknown(scene, result, idle, UnknownReason.METRICS_UNAVAILABLE);
            assertThat(result.status()).isEqualTo(RunStatus.PARTIAL);
        }
    }

    @Test
    void aMachineThatNeverPublishedAnything() {
        try (Scene scene = new Scene()) {
            String mute = scene.addWithoutMetrics(Scene.REGION, scene.machine("mute"));
            keepOthersBusy(scene);

            assertUnknown(scene, scene.clean(), mute, UnknownReason.MISSING_DATA);
        }
    }

    @Test
    void aHoleInTheQuietTimeThatCouldHideAUse() {
        try (Scene scene = new Scene()) {
            String holed = scene.addWithoutMetrics(Scene.REGION, scene.machine("holed"));
            keepOthersBusy(scene);
            Duration before = Duration.ofDays(10).minusHours(3);
            scene.metrics(Scene.REGION, holed, Scene.LAUNCH, before, Scene.QUIET);
            scene.metrics(
                    Scene.REGION,
                    holed,
                    Scene.LAUNCH.plus(before).plus(Duration.ofMinutes(5)),
                    Duration.ofHours(3),
                    Scene.QUIET);

            assertUnknown(scene, scene.clean(), holed, UnknownReason.MISSING_DATA);
        }
    }

    @Test
    void aNetworkSeriesThatIsMissing() {
        try (Scene scene = new Scene()) {
            String silent = scene.addWithoutMetrics(Scene.REGION, scene.machine("silent"));
            keepOthersBusy(scene);
            scene.metrics()
                    .seedBasic(
                            Scene.cpuOf(silent),
                            Scene.LAUNCH,
                            org.labjanitor.simulator.cloudwatch.Profile.constant(
                                    2880, Scene.QUIET));

            assertUnknown(scene, scene.clean(), silent, UnknownReason.MISSING_DATA);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssm:DescribeSessions", "cloudtrail:LookupEvents"})
    void aLoginSourceThatIsForbidden(String action) {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            keepOthersBusy(scene);
            scene.lab().account(Scene.ACCOUNT).deny(action);

            RunResult result = scene.clean();

            assertUnknown(scene, result, idle, UnknownReason.LOGINS_UNAVAILABLE);
            assertThat(Scene.item(result, idle).verdict().explanation().sentence())
                    .contains(action);
        }
    }

    @Test
    void aProtectionThatCannotBeRead() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            keepOthersBusy(scene);
            scene.lab().account(Scene.ACCOUNT).deny("ec2:DescribeInstanceAttribute");

            assertUnknown(scene, scene.clean(), idle, UnknownReason.PROTECTION_UNAVAILABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab:keep", "lab:expires", "lab:ttl"})
    void aTagThatCannotBeRead(String key) {
        try (Scene scene = new Scene()) {
            String unclear = scene.add(scene.machine("unclear").tag(key, "next week"), Scene.QUIET);
            keepOthersBusy(scene);

            RunResult result = scene.clean();

            assertUnknown(scene, result, unclear, UnknownReason.UNREADABLE_TAG);
            assertThat(Scene.item(result, unclear).verdict().explanation().sentence())
                    .contains(key)
                    .contains("next week");
        }
    }

    private static void keepOthersBusy(Scene scene) {
        scene.busy("at-work-1");
        scene.busy("at-work-2");
    }

    private static void assertUnknown(
            Scene scene, RunResult result, String id, UnknownReason reason) {
        assertThat(Scene.item(result, id).verdict())
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.reason()).isEqualTo(reason));
        assertThat(scene.isGone(id)).isFalse();
        assertThat(scene.lab().calls().count("TerminateInstances")).isZero();
    }
}
