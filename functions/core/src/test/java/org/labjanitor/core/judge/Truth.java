package org.labjanitor.core.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.instance.InstanceState;
import org.labjanitor.core.instance.PurchaseOption;
import org.labjanitor.core.login.Login;
import org.labjanitor.core.login.LoginAnswer;
import org.labjanitor.core.login.LoginSource;
import org.labjanitor.core.metric.Metric;
import org.labjanitor.core.metric.MetricAnswer;
import org.labjanitor.core.metric.MetricQuery;
import org.labjanitor.core.metric.MetricSeries;
import org.labjanitor.core.metric.Statistic;
import org.labjanitor.core.verdict.Verdict;

/**
 * What really happened to an instance, slot by slot, and CloudWatch's and the login sources'
 * answers to questions about it. Slots count from {@link #origin}; {@code NaN} is a slot without
 * data.
 */
final class Truth {
    static final Instant NOW = Instant.parse("2026-11-24T10:43:17Z");
    static final Duration SLOT = Duration.ofMinutes(5);

    private static final double[] NEVER_PUBLISHED = new double[100 * 24];

    static {
        Arrays.fill(NEVER_PUBLISHED, Double.NaN);
    }

    final Instant origin;
    final double[] cpu;
    final double[] peak;
    final double[] networkIn;
    final double[] networkOut;
    final List<Login> sessions = new ArrayList<>();
    final List<Login> connects = new ArrayList<>();
    final List<Login> consoles = new ArrayList<>();
    final List<Login> onMachine = new ArrayList<>();
    final Map<Metric, double[]> signals = new EnumMap<>(Metric.class);
    String type = "t3.micro";
    int samplesPerSlot = 1;
    Instant lastStart;
    Instant firstLaunch;
    int questions;
    int points;
    int rounds;

    /** Quiet for so many days, without a login, started before all that. */
    Truth(int days) {
        origin = Instant.parse("2026-11-24T00:00:00Z").minus(Duration.ofDays(days));
        int slots = (days + 1) * 288;
        cpu = new double[slots];
        Arrays.fill(cpu, 0.5);
        peak = cpu.clone();
        networkIn = new double[slots / 12];
        networkOut = new double[slots / 12];
        lastStart = origin.minus(Duration.ofDays(1));
        firstLaunch = lastStart;
    }

    private Truth(Truth other) {
        origin = other.origin;
        cpu = other.cpu.clone();
        peak = other.peak.clone();
        networkIn = other.networkIn.clone();
        networkOut = other.networkOut.clone();
        sessions.addAll(other.sessions);
        connects.addAll(other.connects);
        consoles.addAll(other.consoles);
        onMachine.addAll(other.onMachine);
        other.signals.forEach((metric, hours) -> signals.put(metric, hours.clone()));
        type = other.type;
        samplesPerSlot = other.samplesPerSlot;
        lastStart = other.lastStart;
        firstLaunch = other.firstLaunch;
    }

    Truth copy() {
        return new Truth(this);
    }

    /** From now on the metric has a value for every hour; the hours, to be changed. */
    double[] publish(Metric metric, double value) {
        double[] hours = new double[networkIn.length];
        Arrays.fill(hours, value);
        signals.put(metric, hours);
        return hours;
    }

    /** The hours of a metric, to be changed. */
    double[] hours(Metric metric) {
        return Objects.requireNonNull(signals.get(metric), metric.awsName());
    }

    int hour(String time) {
        return slot(time) / 12;
    }

    int slot(String time) {
        return slot(Instant.parse(time));
    }

    int slot(Instant time) {
        return Math.toIntExact(Math.floorDiv(Duration.between(origin, time).toSeconds(), 300L));
    }

    Instant time(int slot) {
        return origin.plus(SLOT.multipliedBy(slot));
    }

    Truth startedAt(String time) {
        lastStart = Instant.parse(time);
        firstLaunch = lastStart;
        Arrays.fill(cpu, 0, Math.max(0, slot(lastStart)), Double.NaN);
        return this;
    }

    Truth cpu(String from, String to, double value) {
        for (int slot = slot(from); slot < slot(to); slot++) {
            set(slot, value);
        }
        return this;
    }

    Truth cpu(String at, double value) {
        set(slot(at), value);
        return this;
    }

    Truth set(int slot, double value) {
        cpu[slot] = value;
        peak[slot] = value;
        return this;
    }

    Instance instance() {
        return instance(type, InstanceState.RUNNING, Map.of("lab", "java"));
    }

    Instance instance(String type, InstanceState state, Map<String, String> tags) {
        return new Instance(
                "i-0123456789abcdef0",
                "us-east-1",
                "us-east-1a",
                type,
                state,
                PurchaseOption.ON_DEMAND,
                false,
                lastStart,
                firstLaunch,
                null,
                null,
                null,
                tags);
    }

    /** Answers every question until there is a verdict. */
    Verdict judge(InstanceJudge judge) {
        return judge(judge, InstanceEvidence.none());
    }

    Verdict judge(InstanceJudge judge, InstanceEvidence known) {
        InstanceEvidence evidence = known;
        for (rounds = 0; rounds <= 14; rounds++) {
            Judgement judgement = judge.judge(instance(), evidence, NOW);
            if (judgement instanceof Judgement.Decided(Verdict verdict)) {
                return verdict;
            }
            for (Question question : ((Judgement.Asks) judgement).questions()) {
                evidence = answer(question, evidence);
            }
        }
        throw new AssertionError("no verdict after fourteen rounds");
    }

    InstanceEvidence answer(Question question, InstanceEvidence evidence) {
        return switch (question) {
            case Question.Series(MetricQuery query) -> {
                if (evidence.metric(query).isPresent()) {
                    throw new AssertionError("asked twice: " + query);
                }
                questions++;
                points += query.size();
                yield evidence.with(answer(query));
            }
            case Question.Logins(LoginSource source, Instant since) -> {
                if (evidence.logins(source).isPresent()) {
                    throw new AssertionError("asked twice: " + source);
                }
                yield evidence.with(answer(source, since));
            }
        };
    }

    MetricAnswer answer(MetricQuery query) {
        double[] values = new double[query.size()];
        for (int index = 0; index < values.length; index++) {
            Instant from = query.bucketStart(index);
            Instant whole = from.plus(query.period());
            values[index] = value(query, from, whole.isAfter(query.to()) ? query.to() : whole);
        }
        return new MetricAnswer.Complete(MetricSeries.of(query, values));
    }

    LoginAnswer answer(LoginSource source, Instant since) {
        List<Login> all =
                switch (source) {
                    case SESSION_MANAGER -> sessions;
                    case INSTANCE_CONNECT -> connects;
                    case SERIAL_CONSOLE -> consoles;
                    case RUN_COMMAND -> onMachine;
                };
        return new LoginAnswer.Complete(
                source,
                all.stream()
                        .filter(login -> login.to() == null || !login.to().isBefore(since))
                        .toList());
    }

    private double value(MetricQuery query, Instant from, Instant to) {
        return switch (query.metric()) {
            case CPU_UTILIZATION -> cpuValue(query.statistic(), slot(from), slot(to));
            case NETWORK_IN -> sum(networkIn, slot(from) / 12, (slot(to) + 11) / 12);
            case NETWORK_OUT -> sum(networkOut, slot(from) / 12, (slot(to) + 11) / 12);
            default -> signals.getOrDefault(query.metric(), NEVER_PUBLISHED)[slot(from) / 12];
        };
    }

    private double cpuValue(Statistic statistic, int from, int to) {
        double[] source = statistic == Statistic.MAXIMUM ? peak : cpu;
        double sum = 0;
        double max = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (int slot = Math.max(0, from); slot < to; slot++) {
            if (!Double.isNaN(cpu[slot])) {
                sum += source[slot];
                max = Math.max(max, source[slot]);
                count++;
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        return switch (statistic) {
            case AVERAGE -> sum / count;
            case MAXIMUM -> max;
            case SUM -> sum;
            case SAMPLE_COUNT -> count * samplesPerSlot;
        };
    }

    private static double sum(double[] hours, int from, int to) {
        double sum = Double.NaN;
        for (int hour = Math.max(0, from); hour < to; hour++) {
            if (!Double.isNaN(hours[hour])) {
                sum = Double.isNaN(sum) ? hours[hour] : sum + hours[hour];
            }
        }
        return sum;
    }

    static Login login(String from, @Nullable String to) {
        return new Login(
                LoginSource.SESSION_MANAGER,
                "alice",
                Instant.parse(from),
                to == null ? null : Instant.parse(to));
    }
}
