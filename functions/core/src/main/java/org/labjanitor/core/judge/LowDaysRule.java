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
 * where such days since the last start could tip the verdict, it stays open. As in Trusted Advisor
 * a day's mean and sum speak for the day, however many points went into them.
 */
final class LowDaysRule implements IdleJudge {
    private static final long DAY = 86_400;
    private static final Duration DAY_LENGTH = Duration.ofSeconds(DAY);
    private static final Duration BOOT = Duration.ofMinutes(10);
    private static final Duration SESSION_HISTORY = Duration.ofDays(30);

    private final IdleRule.LowDays rule;
    private final Duration settleTime;
    private final boolean loginsRequired;

    LowDaysRule(IdleRule.LowDays rule, Duration settleTime, boolean loginsRequired) {
        this.rule = rule;
        this.settleTime = settleTime;
        this.loginsRequired = loginsRequired;
    }

    private enum Use {
        LOW,
        HIGH,
        MISSING,
        OFF
    }

    @Override
    public Judgement judge(Running running, InstanceEvidence evidence, Instant now) {
        Instant end = lastMidnight(now);
        Optional<Verdict> outage = outage(evidence);
        if (outage.isPresent()) {
            return new Judgement.Decided(outage.get());
        }
        List<Question> questions = questions(running, evidence, end);
        if (!questions.isEmpty()) {
            return new Judgement.Asks(questions);
        }
        Verdict verdict = weigh(days(running, evidence, end, LoginSource.SESSION_MANAGER));
        boolean connectMatters = loginsRequired && verdict instanceof Verdict.Removable;
        return connectMatters ? askConnect(running, evidence, end) : new Judgement.Decided(verdict);
    }

    private Instant lastMidnight(Instant now) {
        long settled = now.getEpochSecond() - settleTime.toSeconds();
        return Instant.ofEpochSecond(settled - Math.floorMod(settled, DAY));
    }

    private Optional<Verdict> outage(InstanceEvidence evidence) {
        return new LoginGate(loginsRequired).outage(evidence);
    }

    /** CPU first: whose CPU alone is too high on too many days is asked for nothing more. */
    private List<Question> questions(Running running, InstanceEvidence evidence, Instant end) {
        MetricQuery cpu = query(CPU_UTILIZATION, end);
        if (evidence.metric(cpu).isEmpty()) {
            return List.of(new Question.Series(cpu));
        }
        List<Question> questions = new ArrayList<>();
        if (!mayBeIdle(running, evidence, end)) {
            return questions;
        }
        for (Metric metric : List.of(NETWORK_IN, NETWORK_OUT)) {
            MetricQuery query = query(metric, end);
            if (evidence.metric(query).isEmpty()) {
                questions.add(new Question.Series(query));
            }
        }
        if (loginsRequired && evidence.logins(LoginSource.SESSION_MANAGER).isEmpty()) {
            questions.add(new Question.Logins(LoginSource.SESSION_MANAGER, loginsSince(end)));
        }
        return questions;
    }

    private boolean mayBeIdle(Running running, InstanceEvidence evidence, Instant end) {
        long open =
                IntStream.range(0, rule.lookbackDays())
                        .mapToObj(day -> byCpu(day, running, evidence, end))
                        .filter(use -> use == Use.LOW || use == Use.MISSING)
                        .count();
        return open >= rule.lowDays();
    }

    private Judgement askConnect(Running running, InstanceEvidence evidence, Instant end) {
        LoginSource source = LoginSource.INSTANCE_CONNECT;
        if (evidence.logins(source).isEmpty()) {
            return new Judgement.Asks(List.of(new Question.Logins(source, loginsSince(end))));
        }
        return new Judgement.Decided(
                Answers.loginOutage(evidence, source)
                        .orElseGet(() ->
                                weigh(
                                        days(
                                                running,
                                                evidence,
                                                end,
                                                LoginSource.SESSION_MANAGER,
                                                source))));
    }

    private Instant loginsSince(Instant end) {
        Instant begin = end.minus(DAY_LENGTH.multipliedBy(rule.lookbackDays()));
        Instant oldest = end.minus(SESSION_HISTORY);
        return begin.isBefore(oldest) ? oldest : begin;
    }

    private List<Use> days(
            Running running, InstanceEvidence evidence, Instant end, LoginSource... sources) {
        List<Login> logins =
                Stream.of(loginsRequired ? sources : new LoginSource[0])
                        .flatMap(source ->
                                LoginReading.read(evidence, source).orElse(List.of()).stream())
                        .toList();
        return IntStream.range(0, rule.lookbackDays())
                .mapToObj(day ->
                        hasLogin(logins, dayStart(day, end))
                                ? Use.HIGH
                                : use(day, running, evidence, end))
                .toList();
    }

    private static boolean hasLogin(List<Login> logins, Instant day) {
        Instant next = day.plus(DAY_LENGTH);
        return logins.stream()
                .anyMatch(login ->
                        login.from().isBefore(next)
                                && (login.to() == null || !login.to().isBefore(day)));
    }

    private Use use(int day, Running running, InstanceEvidence evidence, Instant end) {
        Use byCpu = byCpu(day, running, evidence, end);
        if (byCpu != Use.LOW) {
            return byCpu;
        }
        double in = value(evidence, query(NETWORK_IN, end), day);
        double out = value(evidence, query(NETWORK_OUT, end), day);
        if (Double.isNaN(in) || Double.isNaN(out)) {
            return absent(day, running, end);
        }
        return in + out <= rule.networkBytesPerDay() ? Use.LOW : Use.HIGH;
    }

    private Use byCpu(int day, Running running, InstanceEvidence evidence, Instant end) {
        double mean = value(evidence, query(CPU_UTILIZATION, end), day);
        if (Double.isNaN(mean)) {
            return absent(day, running, end);
        }
        return mean <= rule.cpuPercent() ? Use.LOW : Use.HIGH;
    }

    private Use absent(int day, Running running, Instant end) {
        Instant dayEnd = dayStart(day, end).plus(DAY_LENGTH);
        return dayEnd.isAfter(running.lastStart().plus(BOOT)) ? Use.MISSING : Use.OFF;
    }

    private Instant dayStart(int day, Instant end) {
        return end.minus(DAY_LENGTH.multipliedBy(rule.lookbackDays() - day));
    }

    private static double value(InstanceEvidence evidence, MetricQuery query, int day) {
        return Answers.series(evidence, query).map(series -> series.value(day)).orElse(Double.NaN);
    }

    private MetricQuery query(Metric metric, Instant end) {
        Statistic statistic = metric == CPU_UTILIZATION ? Statistic.AVERAGE : Statistic.SUM;
        return new MetricQuery(metric, statistic, DAY_LENGTH, dayStart(0, end), end);
    }

    private Verdict weigh(List<Use> days) {
        long low = days.stream().filter(Use.LOW::equals).count();
        long missing = days.stream().filter(Use.MISSING::equals).count();
        String most = missing > 0 ? "at most " + (low + missing) : String.valueOf(low);
        String counted = "Little use on " + most + " of the last " + days.size() + " days; ";
        Fact fact =
                new Fact(
                        "days of little use",
                        low + " of " + days.size(),
                        "CloudWatch CPUUtilization, NetworkIn and NetworkOut",
                        null);
        if (low >= rule.lowDays()) {
            return new Verdict.Removable(
                    RemovableReason.IDLE,
                    Explanation.of(counted + rule.lowDays() + " are enough.", fact));
        }
        if (low + missing >= rule.lowDays()) {
            return new Verdict.Unknown(
                    UnknownReason.MISSING_DATA,
                    Explanation.of(
                            counted
                                    + rule.lowDays()
                                    + " are needed, and data are missing for "
                                    + missing
                                    + ".",
                            fact));
        }
        return new Verdict.Keep(
                KeepReason.IN_USE, Explanation.of(counted + rule.lowDays() + " are needed.", fact));
    }
}
