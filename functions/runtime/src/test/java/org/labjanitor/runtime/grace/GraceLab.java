package org.labjanitor.runtime.grace;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.budget.Budget;
import org.labjanitor.core.hours.WorkingHours;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.ledger.StateBucket;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.RunContext;
import org.labjanitor.runtime.settings.GraceSettings;
import org.labjanitor.runtime.settings.Mode;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.control.LabClock;
import org.labjanitor.simulator.sns.LabTopic;

/** A simulated account with ledger and topic, on a Friday morning. */
final class GraceLab implements AutoCloseable {
    static final String HOME = StateBucket.HOME;
    static final String WEST = "eu-west-1";
    static final Duration DAY = Duration.ofDays(1);

    private final StateBucket bucket = new StateBucket();
    private final LabTopic topic =
            lab().account(StateBucket.ACCOUNT).region(HOME).topics().create("janitor");
    private final AwsClients clients = bucket.clients();
    private String sweep = "instances";
    private @Nullable WorkingHours hours;
    private Duration setBack = Duration.ZERO;
    private int runs;

    Lab lab() {
        return bucket.lab();
    }

    StateBucket bucket() {
        return bucket;
    }

    LabClock clock() {
        return lab().clock();
    }

    /** The time by the function's clock, which can be set back. */
    Instant now() {
        return clock().instant().minus(setBack);
    }

    void setClockBack(Duration by) {
        setBack = setBack.plus(by);
    }

    void pass(Duration time) {
        clock().advance(time);
    }

    /** From now on runs sweep buckets. */
    void sweepBuckets() {
        sweep = "buckets";
    }

    void removeOnly(String workingHours) {
        hours = WorkingHours.parse(workingHours).orElseThrow();
    }

    // ---- runs

    RunGrace run() {
        return run("run-" + ++runs);
    }

    RunGrace run(String id) {
        return graces().of(context(id, Mode.CLEAN), true, List.of(HOME));
    }

    RunGrace runIn(String... regions) {
        return graces().of(context("run-" + ++runs, Mode.CLEAN), true, List.of(regions));
    }

    RunGrace report() {
        return graces().of(context("report-" + ++runs, Mode.REPORT), true, List.of(HOME));
    }

    /** A run for which a person named what is to go. */
    RunGrace named() {
        return graces().of(context("named-" + ++runs, Mode.CLEAN), false, List.of(HOME));
    }

    private Graces graces() {
        return new Graces(clients, settings(), this::now, length -> clock().advance(length));
    }

    private RunContext context(String id, Mode mode) {
        return new RunContext(sweep, id, mode, StateBucket.ACCOUNT);
    }

    private Settings settings() {
        return new Settings(StateBucket.ACCOUNT, "lab", List.of(HOME), "lab", Budget.standard())
                .with(
                        new GraceSettings(
                                StateBucket.NAME,
                                topic.arn(),
                                "admin",
                                DAY,
                                Duration.ofDays(7),
                                hours));
    }

    /** Warns of the candidates and lets a day pass. */
    void warnAndWait(Candidate... candidates) {
        run().warn(List.of(candidates), Set.of());
        pass(DAY);
    }

    // ---- candidates

    static Candidate idle(String id) {
        return candidate(
                id,
                HOME,
                new Removable(
                        RemovableReason.IDLE,
                        Explanation.of(
                                "Quiet for 30 h.", new Fact("quiet", "30 h", "CloudWatch", null))));
    }

    static Candidate used(String id) {
        return candidate(id, HOME, keep(KeepReason.IN_USE));
    }

    static Verdict keep(KeepReason reason) {
        return new Keep(reason, Explanation.of("It stays: " + reason + "."));
    }

    static Candidate unknown(String id) {
        return candidate(
                id,
                HOME,
                new Unknown(UnknownReason.MISSING_DATA, Explanation.of("Data is missing.")));
    }

    static Candidate candidate(String id, String region, Verdict verdict) {
        return new Candidate(
                new Resource(id, "box " + id, region, null, "m5.large", "mary@example.org"),
                verdict,
                new Priced(new BigDecimal("70.08"), true),
                Action.WOULD_TERMINATE);
    }

    // ---- looking

    /** What was accepted, as kinds of messages in their order. */
    List<String> messages() {
        return topic.messages().stream().map(message -> message.text("kind")).toList();
    }

    LabTopic topic() {
        return topic;
    }

    String ledger() {
        return bucket.read(key(HOME));
    }

    boolean hasLedger() {
        return bucket.holds(key(HOME));
    }

    String key(String region) {
        return "ledger/%s/%s/%s.json".formatted(sweep, StateBucket.ACCOUNT, region);
    }

    static Stage stage(Map<String, Stage> stages, Candidate candidate) {
        Stage stage = stages.get(candidate.id());
        if (stage == null) {
            throw new AssertionError(candidate.id() + " has no stage in " + stages);
        }
        return stage;
    }

    @Override
    public void close() {
        clients.close();
        bucket.close();
    }
}
