package org.labjanitor.core.judge;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.login.Login;
import org.labjanitor.core.metric.MetricAnswer;
import org.labjanitor.core.metric.MetricSeries;
import org.labjanitor.core.time.Minutes;
import org.labjanitor.core.verdict.Fact;

/** Names the last certain use in a {@link Picture}: what it was, when, and who saw it. */
final class LastUse {
    static final String NAME = "last use";
    private static final String STARTED = "started";
    private static final String CPU_SOURCE = "CloudWatch CPUUtilization";

    private LastUse() {}

    /** Empty where the window has no certain use. */
    static Optional<Fact> in(Picture picture, QuietTerms terms) {
        int slot = picture.pauses().lastUse();
        if (slot < 0) {
            return Optional.empty();
        }
        Slots slots = picture.slots();
        if (slots.has(slot, Slots.LOGIN)) {
            return Optional.of(login(picture, slot));
        }
        if (slots.has(slot, Slots.CPU)) {
            return Optional.of(cpu(picture, slot));
        }
        if (slots.has(slot, Slots.START)) {
            return Optional.of(start(picture, slot));
        }
        return Optional.of(
                slots.has(slot, Slots.HOURLY)
                        ? hourly(picture, slot, terms.networkLead())
                        : busyHour(picture, slot));
    }

    private static Fact hourly(Picture picture, int slot, int networkLead) {
        int hour = slot / Window.SLOTS_PER_HOUR;
        boolean network =
                picture.network().map(read -> read.isUse(hour + networkLead)).orElse(false);
        return network
                ? network(picture, slot, networkLead)
                : picture.signals().stream()
                        .filter(signal -> signal.isUse(hour))
                        .findFirst()
                        .map(signal -> signal.use(hour))
                        .orElseThrow(() ->
                                new IllegalStateException("a use by the hour without a signal"));
    }

    /** {@code In use: CPU 37 % at 2026-11-24 09:35 UTC.} */
    static String sentence(Fact use) {
        if (use.value().equals(STARTED)) {
            return "Quiet only since it was started" + at(use) + ".";
        }
        return "In use: " + use.value() + at(use) + ".";
    }

    private static String at(Fact use) {
        Instant at = use.at();
        return at == null ? "" : " at " + Minutes.utc(at);
    }

    static Fact login(Login login) {
        String value = "login of " + login.who();
        return new Fact(
                NAME,
                login.to() == null ? value + ", still open," : value,
                login.source().displayName(),
                login.from());
    }

    static Fact network(double bytes, Instant hour) {
        return new Fact(
                NAME,
                Phrases.megabytes(bytes) + " over the network in the hour that began",
                "CloudWatch NetworkIn and NetworkOut",
                hour);
    }

    private static Fact login(Picture picture, int slot) {
        return LoginReading.latest(picture.window(), picture.logins())
                .map(LastUse::login)
                .orElseGet(() -> fact("login", picture, slot, "login history"));
    }

    private static Fact cpu(Picture picture, int slot) {
        double mean = meanAt(picture, slot);
        return fact("CPU " + Phrases.percent(mean), picture, slot, CPU_SOURCE);
    }

    private static double meanAt(Picture picture, int slot) {
        double highest = Double.NEGATIVE_INFINITY;
        for (MetricAnswer answer : picture.evidence().metrics()) {
            if (answer instanceof MetricAnswer.Complete(MetricSeries series)
                    && Window.isMeans(series.query())) {
                long index = slot - picture.window().slotsUntil(series.query().from());
                boolean inside = index >= 0 && index < series.size();
                double value = inside ? series.value((int) index) : Double.NaN;
                highest = value > highest ? value : highest;
            }
        }
        return highest;
    }

    private static Fact start(Picture picture, int slot) {
        Instant lastStart = picture.running().lastStart();
        boolean last =
                Math.min(picture.window().slotOf(lastStart), picture.slots().size() - 1) == slot;
        @Nullable Instant at = last ? lastStart : picture.running().firstLaunch();
        return new Fact(NAME, STARTED, "EC2 DescribeInstances", at);
    }

    private static Fact network(Picture picture, int slot, int lead) {
        int hour = slot / Window.SLOTS_PER_HOUR;
        double bytes = picture.network().map(read -> read.bytes(hour + lead)).orElse(0.0);
        return network(bytes, picture.window().slotStart(hour * Window.SLOTS_PER_HOUR));
    }

    private static Fact busyHour(Picture picture, int slot) {
        int hour = slot / Window.SLOTS_PER_HOUR;
        double mean = picture.cpu().hourMean(hour);
        Instant begin = picture.window().slotStart(hour * Window.SLOTS_PER_HOUR);
        return new Fact(
                NAME,
                "CPU " + Phrases.percent(mean) + " on average in the hour that began",
                CPU_SOURCE,
                begin);
    }

    private static Fact fact(String value, Picture picture, int slot, String source) {
        return new Fact(NAME, value, source, picture.window().slotStart(slot));
    }
}
