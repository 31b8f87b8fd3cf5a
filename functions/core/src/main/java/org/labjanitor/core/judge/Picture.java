package org.labjanitor.core.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.login.Login;

/** Everything at hand about one running instance, laid out on a window's slots. */
final class Picture {
    private final Running running;
    private final InstanceEvidence evidence;
    private final Window window;
    private final Slots slots;
    private final CpuReading cpu;
    private final @Nullable NetworkReading network;
    private final List<Login> logins;
    private final List<SignalReading> signals;
    private final Pauses pauses;

    private Picture(
            Running running,
            InstanceEvidence evidence,
            Window window,
            Slots slots,
            CpuReading cpu,
            @Nullable NetworkReading network,
            List<Login> logins,
            List<SignalReading> signals) {
        this.running = running;
        this.evidence = evidence;
        this.window = window;
        this.slots = slots;
        this.cpu = cpu;
        this.network = network;
        this.logins = logins;
        this.signals = signals;
        this.pauses = new Pauses(slots, cpu, window);
    }

    static Picture of(
            Running running,
            InstanceEvidence evidence,
            Window window,
            QuietTerms terms,
            List<Login> logins) {
        Slots slots = new Slots(window.slots());
        int expected = window.firstExpected(running.lastStart());
        CpuReading cpu =
                CpuReading.read(
                        window,
                        evidence,
                        terms.cpuPercent(),
                        expected,
                        terms.recentHour(window),
                        slots);
        Optional<NetworkReading> network =
                NetworkReading.read(
                        window, evidence, terms.networkBytes(), expected, terms.networkLead());
        network.ifPresent(read -> read.mark(slots, window, expected, terms.networkLead()));
        markStart(slots, window, running.firstLaunch());
        markStart(slots, window, running.lastStart());
        LoginReading.mark(slots, window, logins);
        return new Picture(
                running, evidence, window, slots, cpu, network.orElse(null), logins, List.of());
    }

    /** The same picture with the signals in it. */
    Picture withSignals(List<SignalReading> readings) {
        Slots marked = slots.copy();
        readings.forEach(reading -> reading.mark(marked));
        return new Picture(
                running, evidence, window, marked, cpu, network, logins, List.copyOf(readings));
    }

    /** The same picture with further logins in it. */
    Picture withLogins(List<Login> more) {
        Slots marked = slots.copy();
        LoginReading.mark(marked, window, more);
        List<Login> all = new ArrayList<>(logins);
        all.addAll(more);
        return new Picture(running, evidence, window, marked, cpu, network, all, signals);
    }

    private static void markStart(Slots slots, Window window, Instant start) {
        int slot = Math.min(window.slotOf(start), slots.size() - 1);
        slots.mark(slot, slot + 1, Slots.START);
    }

    Running running() {
        return running;
    }

    InstanceEvidence evidence() {
        return evidence;
    }

    Window window() {
        return window;
    }

    Slots slots() {
        return slots;
    }

    CpuReading cpu() {
        return cpu;
    }

    Optional<NetworkReading> network() {
        return Optional.ofNullable(network);
    }

    List<Login> logins() {
        return List.copyOf(logins);
    }

    /** The signals asked for besides CPU and network, once they are known. */
    List<SignalReading> signals() {
        return signals;
    }

    Pauses pauses() {
        return pauses;
    }
}
