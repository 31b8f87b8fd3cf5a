package org.labjanitor.core.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.labjanitor.core.login.Login;
import org.labjanitor.core.login.LoginSource;
import org.labjanitor.core.metric.Metric;
import org.labjanitor.core.policy.IdleRule;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.core.policy.Signal;

/** Lives of instances: bursts, pauses, spikes, restarts, logins, traffic and holes. */
final class RandomTruth {
    static final int DAYS = 6;
    private static final int SIGNAL_LIMIT = 40;
    private static final int END = DAYS * 288 + 10 * 12 + 5;

    private final SplittableRandom random;

    RandomTruth(long seed) {
        random = new SplittableRandom(seed);
    }

    IdleRule.Rhythm rhythm() {
        double[] factors = {1, 1.5, 2, 3};
        int[] coverages = {50, 90, 100};
        return new IdleRule.Rhythm(
                5,
                50,
                1 + random.nextInt(24),
                factors[random.nextInt(factors.length)],
                1 + random.nextInt(DAYS - 1),
                coverages[random.nextInt(coverages.length)]);
    }

    /** A policy of any preset, with numbers that fit these short lives. */
    InstancePolicy policy() {
        int days = 1 + random.nextInt(DAYS - 1);
        IdleRule rule =
                switch (random.nextInt(4)) {
                    case 0 -> rhythm();
                    case 1 -> new IdleRule.QuietWindow(5, 50, 1 + random.nextInt(96));
                    case 2 -> new IdleRule.Peak(5, 50, days, 1 + random.nextInt(days * 24));
                    default -> new IdleRule.LowDays(5, 50, days, 1 + random.nextInt(days));
                };
        InstancePolicy policy =
                InstancePolicy.lab()
                        .withIdleRule(rule)
                        .withYoungHours(0)
                        .withLogins(random.nextInt(4) > 0)
                        .withAskMachines(random.nextInt(4) == 0);
        return random.nextInt(3) == 0 ? withSignal(withSignal(policy)) : policy;
    }

    /** The same policy, asking for a signal that a {@link Truth} of these may have. */
    InstancePolicy withSignal(InstancePolicy policy) {
        Signal[] signals = {Signal.DISK_BYTES, Signal.NETWORK_PACKETS, Signal.CPU_CREDITS};
        return policy.withSignal(
                signals[random.nextInt(signals.length)], 1 + random.nextInt(SIGNAL_LIMIT));
    }

    /**
     * A life with at most {@code holes} single holes; a negative number means any shape of them.
     */
    Truth life(int holes) {
        Truth truth = new Truth(DAYS);
        truth.samplesPerSlot = random.nextBoolean() ? 1 : 5;
        noise(truth);
        bursts(truth);
        start(truth);
        traffic(truth);
        logins(truth);
        signals(truth);
        if (holes >= 0) {
            singleHoles(truth, holes);
        } else {
            holes(truth);
        }
        return truth;
    }

    int slot() {
        return random.nextInt(END);
    }

    SplittableRandom random() {
        return random;
    }

    private void noise(Truth truth) {
        double[] spikes = {0, 0.01, random.nextDouble() * 0.3};
        double spiky = spikes[random.nextInt(3)];
        for (int slot = 0; slot < truth.cpu.length; slot++) {
            truth.cpu[slot] = random.nextInt(9) * 0.5;
            boolean spike = random.nextDouble() < spiky;
            truth.peak[slot] = truth.cpu[slot] + (spike ? 6 : 0.25);
        }
    }

    private void bursts(Truth truth) {
        int count = random.nextInt(9) - 2;
        int last = random.nextBoolean() ? END : random.nextInt(END);
        for (int burst = 0; burst < count; burst++) {
            int from = random.nextInt(Math.max(1, last));
            int length = 1 + random.nextInt(random.nextBoolean() ? 3 : 40);
            for (int slot = from; slot < Math.min(last, from + length); slot++) {
                truth.set(slot, 5 + random.nextInt(60));
            }
        }
    }

    private void start(Truth truth) {
        if (random.nextInt(3) == 0) {
            return;
        }
        int start = random.nextInt(END - 12);
        truth.lastStart = truth.time(start).plus(Duration.ofSeconds(random.nextInt(300)));
        truth.firstLaunch = truth.lastStart;
        int stopped = random.nextBoolean() ? start : random.nextInt(200);
        if (stopped < start) {
            truth.firstLaunch = truth.time(Math.max(0, start - stopped - random.nextInt(600)));
        }
        for (int slot = Math.max(0, start - stopped); slot <= start; slot++) {
            truth.cpu[slot] = Double.NaN;
        }
    }

    private void traffic(Truth truth) {
        boolean heavy = random.nextInt(3) == 0;
        for (int hour = 0; hour < truth.networkIn.length; hour++) {
            truth.networkIn[hour] = random.nextInt(500_000);
            truth.networkOut[hour] = random.nextInt(500_000);
            if (heavy && random.nextInt(12) == 0) {
                truth.networkOut[hour] = random.nextInt(40_000_000);
            }
        }
    }

    private void logins(Truth truth) {
        for (int login = random.nextInt(6) - 3; login > 0; login--) {
            truth.sessions.add(login(truth, LoginSource.SESSION_MANAGER));
        }
        if (random.nextInt(4) == 0) {
            truth.connects.add(login(truth, LoginSource.INSTANCE_CONNECT));
        }
        if (random.nextInt(4) == 0) {
            truth.onMachine.add(login(truth, LoginSource.RUN_COMMAND));
        }
    }

    private Login login(Truth truth, LoginSource source) {
        Instant from = truth.time(slot()).plusSeconds(random.nextInt(300));
        Instant to = from.plusSeconds(random.nextInt(3) == 0 ? 0 : random.nextInt(20_000));
        return new Login(source, "alice", from, to);
    }

    private void signals(Truth truth) {
        for (Signal signal : Signal.values()) {
            boolean busy = random.nextInt(3) == 0;
            boolean holed = random.nextInt(3) == 0;
            int end = random.nextInt(DAYS * 24);
            for (Metric metric : signal.metrics()) {
                double[] hours = truth.publish(metric, 0);
                for (int hour = 0; hour < hours.length; hour++) {
                    if (busy && hour < end && random.nextInt(20) == 0) {
                        hours[hour] = random.nextInt(SIGNAL_LIMIT * 1_000_000);
                    }
                    if (holed && random.nextInt(40) == 0) {
                        hours[hour] = Double.NaN;
                    }
                }
            }
        }
    }

    private void singleHoles(Truth truth, int most) {
        for (int hole = random.nextInt(most + 1); hole > 0; hole--) {
            truth.cpu[slot()] = Double.NaN;
        }
    }

    private void holes(Truth truth) {
        double rare = random.nextInt(3) == 0 ? random.nextDouble() * 0.15 : 0;
        for (int slot = 0; slot < truth.cpu.length; slot++) {
            if (random.nextDouble() < rare) {
                truth.cpu[slot] = Double.NaN;
            }
        }
        for (int block = random.nextInt(4) - 1; block > 0; block--) {
            int from = slot();
            int to = Math.min(truth.cpu.length, from + random.nextInt(60));
            Arrays.fill(truth.cpu, from, to, Double.NaN);
        }
        for (int hour = random.nextInt(5) - 3; hour > 0; hour--) {
            truth.networkIn[slot() / 12] = Double.NaN;
        }
    }
}
