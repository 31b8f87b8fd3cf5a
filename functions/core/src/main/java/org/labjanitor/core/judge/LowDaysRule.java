package org.labjanitor.core.judge;

import static org.labjanitor.core.metric.Metric.CPU_UTILIZATION;
import static org.labjanitor.core.metric.Metric.NETWORK_IN;
import static org.labjanitor.core.metric.Metric.NETWORK_OUT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.labjanitor.core.login.Login;
import org.labjanitor.core.login.LoginSource;
import org.labjanitor.core.metric.Metric;
import org.labjanitor.core.metric.MetricQuery;
import org.labjanitor.core.metric.Statistic;
import org.labjanitor.core.policy.IdleRule;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;

/**
 * Idle is who had little use on enough of the last whole UTC days. A day without data is never low;
 * where such days since the last start could tip the verdict, it stays open. A day in which an hour
 * reaches the limit of a signal is not low. As in Trusted Advisor a day's mean and sum speak for
 * the day, however many points went into them.
 */
final class LowDaysRule implements IdleJudge {
    private static final long DAY = 86_400;
    private static final Duration DAY_LENGTH = Duration.ofSeconds(DAY);
    private static final Duration BOOT = Duration.ofMinutes(10);
    private static final int HOURS = 24;

    private final IdleRule.LowDays rule;
    private final Duration settleTime;
    private final LoginGate logins;
    private final Signals signals;

    LowDaysRule(IdleRule.LowDays rule, Duration settleTime, LoginGate logins, Signals signals) {
        this.rule = rule;
        this.settleTime = settleTime;
        this.logins = logins;
        this.signals = signals;
    }

    private enum Use {
        LOW,
        HIGH,
        MISSING,
        OFF
    }

    /** What is known of one instance. */
    private record Known(
            Running running,
            InstanceEvidence evidence,
            Window window,
            List<Login> logins,
            List<SignalReading> signals) {
        Known withSignals(List<SignalReading> readings) {
            return new Known(running, evidence, window, logins, readings);
        }

        Known withLogins(List<Login> more) {
            List<Login> all = Stream.concat(logins.stream(), more.stream()).toList();
            return new Known(running, evidence, window, all, signals);
        }
    }

    @Override
    public Judgement judge(Running running, InstanceEvidence evidence, Instant now) {
        Optional<Verdict> outage = logins.outage(evidence);
        if (outage.isPresent()) {
            return new Judgement.Decided(outage.get());
        }
        Known known =
                new Known(
                        running, evidence, window(now), logins.sessionLogins(evidence), List.of());
        List<Question> questions = questions(known);
        if (!questions.isEmpty()) {
            return new Judgement.Asks(questions);
        }
        Verdict verdict = weigh(known);
        return isRemovable(verdict) ? askSignals(known) : new Judgement.Decided(verdict);
    }

    private Judgement askSignals(Known known) {
        List<Question> questions =
                signals.questions(known.running(), known.evidence(), known.window());
        if (!questions.isEmpty()) {
            return new Judgement.Asks(questions);
        }
        Known whole =
                known.withSignals(signals.read(known.running(), known.evidence(), known.window()));
        Verdict verdict = weigh(whole);
        return isRemovable(verdict) ? askLate(whole) : new Judgement.Decided(verdict);
    }

    private Judgement askLate(Known known) {
        InstanceEvidence evidence = known.evidence();
        Known all = known;
        for (List<LoginSource> sources : logins.late()) {
            Optional<Judgement> open = logins.ask(sources, evidence, known.window());
            if (open.isPresent()) {
                return open.get();
            }
            all = all.withLogins(LoginGate.read(sources, evidence));
            Verdict verdict = weigh(all);
            if (!isRemovable(verdict)) {
                return new Judgement.Decided(verdict);
            }
        }
        return new Judgement.Decided(logins.noted(weigh(all), evidence, known.window()));
    }

    private static boolean isRemovable(Verdict verdict) {
        return verdict instanceof Verdict.Removable;
    }

    /** The last whole days, in UTC. */
    private Window window(Instant now) {
        long settled = now.getEpochSecond() - settleTime.toSeconds();
        Instant midnight = Instant.ofEpochSecond(settled - Math.floorMod(settled, DAY));
        return Window.endingBefore(midnight, Duration.ZERO, Duration.ofDays(rule.lookbackDays()));
    }

    /** CPU first: whose CPU alone is too high on too many days is asked for nothing more. */
    private List<Question> questions(Known known) {
        MetricQuery cpu = query(CPU_UTILIZATION, known.window());
        if (known.evidence().metric(cpu).isEmpty()) {
            return List.of(new Question.Series(cpu));
        }
        List<Question> questions = new ArrayList<>();
        if (!mayBeIdle(known)) {
            return questions;
        }
        for (Metric metric : List.of(NETWORK_IN, NETWORK_OUT)) {
            MetricQuery query = query(metric, known.window());
            if (known.evidence().metric(query).isEmpty()) {
                questions.add(new Question.Series(query));
            }
        }
        questions.addAll(logins.sessions(known.evidence(), known.window()));
        return questions;
    }

    private boolean mayBeIdle(Known known) {
        long open =
                IntStream.range(0, rule.lookbackDays())
                        .mapToObj(day -> byCpu(day, known))
                        .filter(use -> use == Use.LOW || use == Use.MISSING)
                        .count();
        return open >= rule.lowDays();
    }

    private List<Use> days(Known known) {
        return IntStream.range(0, rule.lookbackDays())
                .mapToObj(day ->
                        hasLogin(known.logins(), dayStart(day, known.window()))
                                ? Use.HIGH
                                : use(day, known))
                .toList();
    }

    private static boolean hasLogin(List<Login> logins, Instant day) {
        Instant next = day.plus(DAY_LENGTH);
        return logins.stream()
                .anyMatch(login ->
                        login.from().isBefore(next)
                                && (login.to() == null || !login.to().isBefore(day)));
    }

    private Use use(int day, Known known) {
        Use byCpu = byCpu(day, known);
        if (byCpu != Use.LOW) {
            return byCpu;
        }
        double in = value(known, NETWORK_IN, day);
        double out = value(known, NETWORK_OUT, day);
        if (Double.isNaN(in) || Double.isNaN(out)) {
            return absent(day, known);
        }
        return in + out <= rule.networkBytesPerDay() ? bySignals(day, known) : Use.HIGH;
    }

    private static Use bySignals(int day, Known known) {
        Use use = Use.LOW;
        for (SignalReading signal : known.signals()) {
            for (int hour = day * HOURS; hour < (day + 1) * HOURS; hour++) {
                if (signal.isUse(hour)) {
                    return Use.HIGH;
                }
                use = signal.isMissing(hour) ? Use.MISSING : use;
            }
        }
        return use;
    }

    private Use byCpu(int day, Known known) {
        double mean = value(known, CPU_UTILIZATION, day);
        if (Double.isNaN(mean)) {
            return absent(day, known);
        }
        return mean <= rule.cpuPercent() ? Use.LOW : Use.HIGH;
    }

    private static Use absent(int day, Known known) {
        Instant dayEnd = dayStart(day, known.window()).plus(DAY_LENGTH);
        return dayEnd.isAfter(known.running().lastStart().plus(BOOT)) ? Use.MISSING : Use.OFF;
    }

    private static Instant dayStart(int day, Window window) {
        return window.start().plus(DAY_LENGTH.multipliedBy(day));
    }

    private static double value(Known known, Metric metric, int day) {
        return Answers.series(known.evidence(), query(metric, known.window()))
                .map(series -> series.value(day))
                .orElse(Double.NaN);
    }

    private static MetricQuery query(Metric metric, Window window) {
        Statistic statistic = metric == CPU_UTILIZATION ? Statistic.AVERAGE : Statistic.SUM;
        return new MetricQuery(metric, statistic, DAY_LENGTH, window.start(), window.endTime());
    }

    private Verdict weigh(Known known) {
        List<Use> days = days(known);
        long low = days.stream().filter(Use.LOW::equals).count();
        long missing = days.stream().filter(Use.MISSING::equals).count();
        String most = missing > 0 ? "at most " + (low + missing) : String.valueOf(low);
        String counted = "Little use on " + most + " of the last " + days.size() + " days; ";
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new Fact(
                        "days of little use",
                        low + " of " + days.size(),
                        "CloudWatch CPUUtilization, NetworkIn and NetworkOut",
                        null));
        facts.addAll(signals.facts(known.running().instance(), known.signals()));
        if (low >= rule.lowDays()) {
            return new Verdict.Removable(
                    RemovableReason.IDLE,
                    new Explanation(counted + rule.lowDays() + " are enough.", facts));
        }
        if (low + missing >= rule.lowDays()) {
            return new Verdict.Unknown(
                    UnknownReason.MISSING_DATA,
                    new Explanation(
                            counted
                                    + rule.lowDays()
                                    + " are needed, and data are missing for "
                                    + missing
                                    + ".",
                            facts));
        }
        return new Verdict.Keep(
                KeepReason.IN_USE,
                new Explanation(counted + rule.lowDays() + " are needed.", facts));
    }
}
