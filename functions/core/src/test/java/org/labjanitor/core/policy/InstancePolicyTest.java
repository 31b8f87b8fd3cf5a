package org.labjanitor.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InstancePolicyTest {
    @Test
    void theLabPresetIsTheRuleThatWarnedNobodyInUse() {
        InstancePolicy lab = InstancePolicy.preset("lab");
        assertThat(lab.idleRule()).isEqualTo(new IdleRule.Rhythm(5, 50, 24, 2, 14, 90));
        assertThat(lab.loginsRequired()).isTrue();
        assertThat(lab.askMachines()).isFalse();
        assertThat(lab.youngLimit()).isEqualTo(Duration.ofHours(24));
        assertThat(lab.settleTime()).isEqualTo(Duration.ofMinutes(15));
        assertThat(lab.stoppedLimit()).isNull();
        assertThat(lab.acceptAccelerated()).isFalse();
    }

    @Test
    void theOtherPresetsStandBesideIt() {
        assertThat(InstancePolicy.preset("compute-optimizer").idleRule())
                .isEqualTo(new IdleRule.Peak(5, 5, 14, 30));
        assertThat(InstancePolicy.preset("trusted-advisor").idleRule())
                .isEqualTo(new IdleRule.LowDays(10, 5, 14, 4));
        assertThat(InstancePolicy.preset("window").idleRule())
                .isEqualTo(new IdleRule.QuietWindow(5, 50, 72));
        assertThat(InstancePolicy.preset("window").loginsRequired()).isTrue();
        assertThat(InstancePolicy.preset("trusted-advisor").loginsRequired()).isFalse();
    }

    @Test
    void everyPresetKnowsItsName() {
        assertThat(InstancePolicy.presets())
                .allSatisfy(
                        name -> assertThat(InstancePolicy.preset(name).preset()).isEqualTo(name));
    }

    @Test
    void anUnknownPresetIsRefusedWithTheNamesOfAll() {
        assertThatThrownBy(() -> InstancePolicy.preset("labs"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"labs\"")
                .hasMessageContaining("lab, compute-optimizer, trusted-advisor, window");
    }

    @Test
    void everyNumberCanBeSet() {
        InstancePolicy set =
                InstancePolicy.lab()
                        .withCpuPercent(3)
                        .withNetworkMegabytesPerDay(20)
                        .withQuietHours(48)
                        .withGapFactor(3)
                        .withLookbackDays(28)
                        .withCoveragePercent(95)
                        .withYoungHours(2)
                        .withStoppedDays(7)
                        .withLogins(false)
                        .withAskMachines(true)
                        .withAcceptAccelerated(true)
                        .withSignal(Signal.GPU, 10);
        assertThat(set)
                .isEqualTo(
                        new InstancePolicy(
                                "lab",
                                new IdleRule.Rhythm(3, 20, 48, 3, 28, 95),
                                Duration.ofHours(2),
                                Duration.ofMinutes(15),
                                false,
                                true,
                                Duration.ofDays(7),
                                true,
                                new SignalLimits(Map.of(Signal.GPU, 10.0))));
    }

    @Test
    void aSignalOutsideItsRangeIsRefusedByName() {
        assertThatThrownBy(() -> InstancePolicy.lab().withSignal(Signal.GPU, 101))
                .hasMessage("gpuPercent must be more than 0, up to 100, but is 101.0");
        assertThatThrownBy(() -> InstancePolicy.lab().withSignal(Signal.DISK_BYTES, 0))
                .hasMessageStartingWith("diskMegabytesPerHour must be more than 0");
        assertThatThrownBy(() -> InstancePolicy.lab().withSignal(Signal.CPU_CREDITS, Double.NaN))
                .hasMessageContaining("but is NaN");
    }

    @Test
    void aLimitIsCountedInTheUnitOfItsMetric() {
        SignalLimits limits =
                InstancePolicy.window()
                        .withSignal(Signal.DISK_BYTES, 20)
                        .withSignal(Signal.CPU_CREDITS, 3)
                        .signals();
        assertThat(limits.inMetricUnits(Signal.DISK_BYTES)).isEqualTo(20_000_000);
        assertThat(limits.inMetricUnits(Signal.CPU_CREDITS)).isEqualTo(3);
        assertThat(limits.asked()).containsExactly(Signal.DISK_BYTES, Signal.CPU_CREDITS);
    }

    @Test
    void theOtherRulesTakeTheirNumbersToo() {
        assertThat(
                        InstancePolicy.window()
                                .withQuietHours(5)
                                .withCpuPercent(1)
                                .withNetworkMegabytesPerDay(2)
                                .idleRule())
                .isEqualTo(new IdleRule.QuietWindow(1, 2, 5));
        assertThat(
                        InstancePolicy.computeOptimizer()
                                .withLookbackDays(5)
                                .withCpuPercent(1)
                                .withNetworkMegabytesPerDay(2)
                                .idleRule())
                .isEqualTo(new IdleRule.Peak(1, 2, 5, 30));
        assertThat(
                        InstancePolicy.trustedAdvisor()
                                .withLookbackDays(5)
                                .withCpuPercent(1)
                                .withNetworkMegabytesPerDay(2)
                                .idleRule())
                .isEqualTo(new IdleRule.LowDays(1, 2, 5, 4));
    }

    @Test
    void aValueOutOfRangeIsRefusedByNameAndValue() {
        refused("cpuPercent", "0.0", lab -> lab.withCpuPercent(0));
        refused("cpuPercent", "100.5", lab -> lab.withCpuPercent(100.5));
        refused("cpuPercent", "NaN", lab -> lab.withCpuPercent(Double.NaN));
        refused("networkMegabytesPerDay", "0.0", lab -> lab.withNetworkMegabytesPerDay(0));
        refused(
                "networkMegabytesPerDay",
                "Infinity",
                lab -> lab.withNetworkMegabytesPerDay(1 / 0.0));
        refused("quietHours", "0", lab -> lab.withQuietHours(0));
        refused("quietHours", "337", lab -> lab.withQuietHours(337));
        refused("gapFactor", "0.9", lab -> lab.withGapFactor(0.9));
        refused("gapFactor", "10.1", lab -> lab.withGapFactor(10.1));
        refused("lookbackDays", "0", lab -> lab.withLookbackDays(0));
        refused("lookbackDays", "64", lab -> lab.withLookbackDays(64));
        refused("lookbackDays", "1", lab -> lab.withQuietHours(25).withLookbackDays(1));
        refused("coveragePercent", "49", lab -> lab.withCoveragePercent(49));
        refused("coveragePercent", "101", lab -> lab.withCoveragePercent(101));
        refused("youngHours", "-1", lab -> lab.withYoungHours(-1));
        refused("stoppedDays", "0", lab -> lab.withStoppedDays(0));
    }

    private static void refused(String name, String value, UnaryOperator<InstancePolicy> change) {
        assertThatThrownBy(() -> change.apply(InstancePolicy.lab()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name + " must be")
                .hasMessageContaining(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compute-optimizer", "trusted-advisor", "window"})
    void aNumberThatTheRuleLacksIsRefused(String preset) {
        assertThatThrownBy(() -> InstancePolicy.preset(preset).withGapFactor(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gapFactor");
        assertThatThrownBy(() -> InstancePolicy.preset(preset).withCoveragePercent(90))
                .hasMessageContaining("coveragePercent");
    }
}
