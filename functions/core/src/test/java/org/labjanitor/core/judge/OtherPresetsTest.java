package org.labjanitor.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.core.judge.RhythmPropertyTest.name;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.core.tag.LabTags;

final class OtherPresetsTest {
    private final Truth truth = new Truth(16);

    private String verdict(InstancePolicy policy) {
        return name(truth.judge(new InstanceJudge(policy, LabTags.standard())));
    }

    @Nested
    final class ComputeOptimizer {
        private final InstancePolicy policy = InstancePolicy.computeOptimizer();

        @Test
        void fourteenDaysWithoutAPeakAreIdle() {
            assertThat(verdict(policy)).isEqualTo("IDLE");
            assertThat(truth.rounds).isEqualTo(2);
        }

        @Test
        void onePeakOfAMinuteKeepsItAndEndsTheAsking() {
            truth.peak[truth.slot("2026-11-11T09:35:00Z")] = 5;
            assertThat(verdict(policy)).isEqualTo("IN_USE");
            assertThat(truth.questions).isEqualTo(1);
        }

        @Test
        void anyTwentyFourHoursOfTrafficKeepIt() {
            truth.networkIn[truth.slot("2026-11-11T20:00:00Z") / 12] = 3_000_000;
            truth.networkOut[truth.slot("2026-11-12T10:00:00Z") / 12] = 2_000_000;
            assertThat(verdict(policy)).isEqualTo("IN_USE");
        }

        @Test
        void aHoleSinceTheLastStartLeavesItUnknown() {
            truth.cpu("2026-11-11T09:35:00Z", Double.NaN);
            assertThat(verdict(policy)).isEqualTo("MISSING_DATA");
        }

        @Test
        void aHoleInTheHourOfTheStartIsNotMadeUpForByOlderData() {
            truth.lastStart = truth.time(truth.slot("2026-11-20T09:20:00Z"));
            truth.cpu("2026-11-20T09:20:00Z", Double.NaN);
            assertThat(verdict(policy)).isEqualTo("IDLE");
            truth.cpu("2026-11-20T09:45:00Z", Double.NaN);
            assertThat(verdict(policy)).isEqualTo("MISSING_DATA");
        }

        @Test
        void useBeforeTheLastStartKeepsItToo() {
            truth.cpu("2026-11-15T09:00:00Z", 50);
            truth.lastStart = truth.time(truth.slot("2026-11-20T09:00:00Z"));
            assertThat(verdict(policy)).isEqualTo("IN_USE");
        }

        @Test
        void lessThanThirtyHoursOfDataAreNoEvidence() {
            truth.startedAt("2026-11-23T06:00:00Z");
            assertThat(verdict(policy)).isEqualTo("MISSING_DATA");
            truth.startedAt("2026-11-23T02:00:00Z");
            truth.cpu("2026-11-23T02:00:00Z", "2026-11-24T12:00:00Z", 1);
            assertThat(verdict(policy)).isEqualTo("IDLE");
        }

        @Test
        void loginsCountWhereTheyAreRequired() {
            truth.sessions.add(Truth.login("2026-11-15T10:00:00Z", "2026-11-15T10:05:00Z"));
            assertThat(verdict(policy)).isEqualTo("IDLE");
            assertThat(verdict(policy.withLogins(true))).isEqualTo("IN_USE");
        }
    }

    @Nested
    final class TrustedAdvisor {
        private final InstancePolicy policy = InstancePolicy.trustedAdvisor();

        private void busyBut(int lowDays) {
            truth.cpu("2026-11-10T00:00:00Z", "2026-11-24T00:00:00Z", 11);
            for (int day = 0; day < lowDays; day++) {
                int slot = truth.slot("2026-11-12T00:00:00Z") + 2 * day * 288;
                for (int each = slot; each < slot + 288; each++) {
                    truth.set(each, 10);
                }
            }
        }

        @Test
        void fourLowDaysAreEnough() {
            busyBut(4);
            assertThat(verdict(policy)).isEqualTo("IDLE");
            assertThat(truth.points).isEqualTo(3 * 14);
        }

        @Test
        void threeLowDaysAreNot() {
            busyBut(3);
            assertThat(verdict(policy)).isEqualTo("IN_USE");
            assertThat(truth.questions).isEqualTo(1);
        }

        @Test
        void trafficMakesADayHigh() {
            busyBut(4);
            truth.networkIn[truth.slot("2026-11-12T09:00:00Z") / 12] = 5_000_001;
            assertThat(verdict(policy)).isEqualTo("IN_USE");
        }

        @Test
        void aDayWithoutDataIsNeverLow() {
            busyBut(3);
            truth.cpu("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z", Double.NaN);
            assertThat(verdict(policy)).isEqualTo("MISSING_DATA");
        }

        @Test
        void aDayBeforeTheLastStartWithoutDataIsNotMissed() {
            busyBut(0);
            truth.startedAt("2026-11-20T00:00:00Z");
            assertThat(verdict(policy)).isEqualTo("IN_USE");
        }

        @Test
        void aDayWithALoginIsNotLowWhereLoginsAreRequired() {
            busyBut(4);
            truth.connects.add(Truth.login("2026-11-12T10:00:00Z", "2026-11-12T10:05:00Z"));
            assertThat(verdict(policy)).isEqualTo("IDLE");
            assertThat(verdict(policy.withLogins(true))).isEqualTo("IN_USE");
        }
    }

    @Nested
    final class Window {
        private final InstancePolicy policy = InstancePolicy.window().withQuietHours(12);

        @Test
        void quietForTheWindowIsIdleWhateverItsRhythm() {
            truth.cpu("2026-11-20T22:00:00Z", 50);
            truth.cpu("2026-11-23T22:20:00Z", 50);
            assertThat(verdict(policy)).isEqualTo("IDLE");
        }

        @Test
        void oneUseInTheWindowKeepsIt() {
            truth.cpu("2026-11-23T22:25:00Z", 50);
            assertThat(verdict(policy)).isEqualTo("IN_USE");
        }

        @Test
        void aHoleInTheWindowLeavesItUnknown() {
            truth.cpu("2026-11-23T22:25:00Z", Double.NaN);
            assertThat(verdict(policy)).isEqualTo("MISSING_DATA");
        }

        @Test
        void aDayOfTrafficThatBeganBeforeTheWindowCounts() {
            for (int hour = 0; hour < 24; hour++) {
                truth.networkIn[truth.slot("2026-11-23T11:00:00Z") / 12 + hour] = 2_100_000;
            }
            assertThat(verdict(policy)).isEqualTo("IN_USE");
        }
    }
}
