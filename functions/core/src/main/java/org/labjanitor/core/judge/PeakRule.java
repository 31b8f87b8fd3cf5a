package org.labjanitor.core.judge;

import static org.labjanitor.core.metric.Metric.CPU_UTILIZATION;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.labjanitor.core.metric.MetricQuery;
import org.labjanitor.core.metric.MetricSeries;
import org.labjanitor.core.metric.Statistic;
import org.labjanitor.core.policy.IdleRule;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;

/**
 * Idle is who never reached the limits in the whole look-back. A hole since the last start, whether
 * a whole hour or samples missing from one, leaves the verdict open.
 */
final class PeakRule implements IdleJudge {
    private static final String CPU_SOURCE = "CloudWatch CPUUtilization";

    private final IdleRule.Peak rule;
    private final Duration settleTime;
    private final LoginGate logins;
    private final Signals signals;

    PeakRule(IdleRule.Peak rule, Duration settleTime, LoginGate logins, Signals signals) {
        this.rule = rule;
        this.settleTime = settleTime;
        this.logins = logins;
        this.signals = signals;
    }

    @Override
    public Judgement judge(Running running, InstanceEvidence evidence, Instant now) {
        Window window = Window.endingBefore(now, settleTime, Duration.ofDays(rule.lookbackDays()));
        Optional<Verdict> early = use(running, evidence, window).or(() -> logins.outage(evidence));
        if (early.isPresent()) {
            return new Judgement.Decided(early.get());
        }
        List<Question> questions = questions(running, evidence, window);
        if (!questions.isEmpty()) {
            return new Judgement.Asks(questions);
        }
        return gaps(running, evidence, window)
                .<Judgement>map(Judgement.Decided::new)
                .or(() -> signals.gate(running, evidence, window))
                .orElseGet(() -> logins.last(evidence, window, idle(running, evidence, window)));
    }

    /** Peaks come first: whoever has one is asked for nothing more. */
    private List<Question> questions(Running running, InstanceEvidence evidence, Window window) {
        MetricQuery peaks = peaks(window);
        if (evidence.metric(peaks).isEmpty()) {
            return List.of(new Question.Series(peaks));
        }
        List<MetricQuery> queries = new ArrayList<>(NetworkReading.queries(window, 0));
        queries.add(window.hourly(CPU_UTILIZATION, Statistic.SAMPLE_COUNT));
        HourHoles.startHour(window, running.lastStart()).ifPresent(queries::add);
        List<Question> questions = new ArrayList<>();
        queries.stream()
                .filter(query -> evidence.metric(query).isEmpty())
                .forEach(query -> questions.add(new Question.Series(query)));
        questions.addAll(logins.sessions(evidence, window));
        return questions;
    }

    private Optional<Verdict> use(Running running, InstanceEvidence evidence, Window window) {
        return peak(evidence, window)
                .or(() -> traffic(running, evidence, window))
                .or(() -> login(evidence, window))
                .map(fact ->
                        new Verdict.Keep(
                                KeepReason.IN_USE, Explanation.of(LastUse.sentence(fact), fact)));
    }

    private Optional<Fact> peak(InstanceEvidence evidence, Window window) {
        return Answers.series(evidence, peaks(window)).flatMap(this::lastPeak);
    }

    private Optional<Fact> lastPeak(MetricSeries peaks) {
        for (int hour = peaks.size() - 1; hour >= 0; hour--) {
            double peak = peaks.value(hour);
            if (peak >= rule.cpuPercent()) {
                String value = "CPU peak of " + Phrases.percent(peak) + " in the hour that began";
                Instant begin = peaks.query().bucketStart(hour);
                return Optional.of(new Fact("last use", value, CPU_SOURCE, begin));
            }
        }
        return Optional.empty();
    }

    private Optional<Fact> traffic(Running running, InstanceEvidence evidence, Window window) {
        return network(running, evidence, window)
                .flatMap(network ->
                        network.lastUse()
                                .map(hour ->
                                        LastUse.network(
                                                network.bytes(hour),
                                                window.slotStart(hour * Window.SLOTS_PER_HOUR))));
    }

    private Optional<Fact> login(InstanceEvidence evidence, Window window) {
        return logins.latestSession(evidence, window).map(LastUse::login);
    }

    private Optional<NetworkReading> network(
            Running running, InstanceEvidence evidence, Window window) {
        int expected = window.firstExpected(running.lastStart());
        return NetworkReading.read(window, evidence, rule.networkBytesPerDay(), expected, 0);
    }

    /** Whether data are missing that might have shown a use. */
    private Optional<Verdict> gaps(Running running, InstanceEvidence evidence, Window window) {
        HourHoles hours = new HourHoles(window, evidence, running.lastStart());
        long holes = IntStream.range(0, window.hours()).filter(hours::isHole).count();
        if (holes > 0) {
            return missing("Data are missing in " + holes + " hours since its last start.");
        }
        long seen = IntStream.range(0, window.hours()).filter(hours::hasData).count();
        return seen < rule.dataHours()
                ? missing(
                        "There are data for " + seen + " h; " + rule.dataHours() + " h are needed.")
                : Optional.empty();
    }

    private static Optional<Verdict> missing(String sentence) {
        return Standing.unknown(UnknownReason.MISSING_DATA, Explanation.of(sentence));
    }

    private Verdict idle(Running running, InstanceEvidence evidence, Window window) {
        double highest =
                Answers.series(evidence, peaks(window)).map(PeakRule::highest).orElse(Double.NaN);
        String sentence =
                "Its CPU never peaked above "
                        + Phrases.percent(highest)
                        + " in "
                        + rule.lookbackDays()
                        + " days, and it never moved "
                        + Phrases.megabytes(rule.networkBytesPerDay())
                        + " in 24 hours.";
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new Fact("highest CPU peak", Phrases.percent(highest), CPU_SOURCE, window.start()));
        facts.addAll(signals.facts(running.instance(), signals.read(running, evidence, window)));
        return new Verdict.Removable(RemovableReason.IDLE, new Explanation(sentence, facts));
    }

    private static double highest(MetricSeries peaks) {
        double highest = 0;
        for (int hour = 0; hour < peaks.size(); hour++) {
            highest = peaks.has(hour) ? Math.max(highest, peaks.value(hour)) : highest;
        }
        return highest;
    }

    private static MetricQuery peaks(Window window) {
        return window.hourly(CPU_UTILIZATION, Statistic.MAXIMUM);
    }
}
