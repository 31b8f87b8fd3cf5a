package org.labjanitor.instances.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.judge.InstanceEvidence;
import org.labjanitor.core.judge.InstanceExplainer;
import org.labjanitor.core.judge.InstanceJudge;
import org.labjanitor.core.judge.Judgement;
import org.labjanitor.core.judge.Judgement.Asks;
import org.labjanitor.core.judge.Judgement.Decided;
import org.labjanitor.core.judge.Question;
import org.labjanitor.core.login.LoginAnswer;
import org.labjanitor.core.login.LoginSource;
import org.labjanitor.core.metric.MetricAnswer;
import org.labjanitor.core.verdict.Reasoning;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.instances.inventory.LabInstance;
import org.labjanitor.instances.progress.SweepListener;
import org.labjanitor.instances.region.RegionClients;
import org.labjanitor.runtime.aws.ParallelCalls;

/**
 * Brings instances to their verdicts: asks the judge, answers its questions for all instances at
 * once, and asks again until none is left. What it learns serves one moment only; a later one needs
 * a new gatherer.
 */
public final class EvidenceGatherer {
    /** A page of an answer takes some 10 MB while it is read, and every Region reads its own. */
    private static final int CALLS_AT_ONCE = 2;

    /** Far more than the judge needs; a judge that asks for ever is a fault of ours. */
    private static final int ROUNDS = 20;

    /** How far back logins are looked for where no verdict asks for them. */
    private static final Duration SESSIONS = Duration.ofDays(14);

    private final InstanceJudge judge;
    private final CpuHistories histories;
    private final String region;
    private final MetricReader metrics;
    private final Logins logins;
    private final MachineReader machines;
    private final ParallelCalls calls = new ParallelCalls(CALLS_AT_ONCE);
    private final SweepListener listener;
    private @Nullable Instant sessionsSince;

    /**
     * A gatherer for one moment and one Region.
     *
     * @param threshold CPU in percent below which the judge calls it quiet
     * @param lookups the rate that this run's look-ups in the Region share
     * @param machines asks the machines themselves, last of all
     */
    public EvidenceGatherer(
            InstanceJudge judge,
            double threshold,
            RegionClients clients,
            CallRate lookups,
            MachineReader machines,
            SweepListener listener) {
        this.judge = judge;
        this.histories = new CpuHistories(threshold);
        this.region = clients.region();
        this.metrics = new MetricReader(clients.cloudWatch(), region);
        this.logins =
                new Logins(
                        List.of(
                                new SessionReader(clients::ssm),
                                new ConnectReader(clients::cloudTrail, lookups)),
                        region);
        this.machines = machines;
        this.listener = listener;
    }

    /** Every instance with its verdict as of {@code now}, in the order given. */
    public List<Judged> judge(List<LabInstance> instances, Instant now) {
        return judge(instances, new Moment(now, null));
    }

    /**
     * The same verdicts, each with every rule's outcome, and with the CPU and the last login of
     * running instances whatever their verdict rests on.
     */
    public List<Judged> explain(
            List<LabInstance> instances, Instant now, InstanceExplainer explainer) {
        return judge(instances, new Moment(now, explainer));
    }

    private List<Judged> judge(List<LabInstance> instances, Moment moment) {
        Map<String, Case> cases = new LinkedHashMap<>();
        instances.forEach(instance -> cases.put(instance.id(), new Case(instance)));
        for (int round = 0; round < ROUNDS; round++) {
            List<Case> open = cases.values().stream().filter(Case::isOpen).toList();
            open.forEach(item -> item.judgement = judgement(item, moment));
            listener.judged(region, decided(cases), cases.size());
            List<Case> asking = open.stream().filter(Case::isOpen).toList();
            if (asking.isEmpty()) {
                lookBeyond(cases, moment);
                return cases.values().stream().map(item -> judged(item, moment)).toList();
            }
            answer(asking, moment.now());
        }
        throw new IllegalStateException("the judge still asks after " + ROUNDS + " rounds");
    }

    private Judgement judgement(Case item, Moment moment) {
        Instance instance = item.instance.instance();
        InstanceExplainer explainer = moment.explainer();
        return explainer == null
                ? judge.judge(instance, item.evidence, moment.now())
                : explainer.judge(instance, item.evidence, moment.now());
    }

    private Judged judged(Case item, Moment moment) {
        Verdict verdict = item.verdict();
        return new Judged(
                item.instance,
                verdict,
                histories.of(item.evidence, verdict).orElse(null),
                insight(item, verdict, moment));
    }

    private Insight insight(Case item, Verdict verdict, Moment moment) {
        InstanceExplainer explainer = moment.explainer();
        return new Insight(
                histories.day(item.seen(), verdict).orElse(null),
                LoginHistories.latest(item.seen()).orElse(null),
                explainer == null
                        ? Reasoning.none()
                        : explainer.explain(item.instance.instance(), item.evidence, moment.now()));
    }

    /**
     * What a person wants to see of an instance although its verdict did not ask for it; kept apart
     * from the evidence, so that it can change no verdict.
     */
    private void lookBeyond(Map<String, Case> cases, Moment moment) {
        InstanceExplainer explainer = moment.explainer();
        if (explainer == null) {
            return;
        }
        List<InstanceQuery> days = new ArrayList<>();
        for (Case item : cases.values()) {
            Instance instance = item.instance.instance();
            explainer
                    .day(instance, item.evidence, moment.now())
                    .ifPresent(query -> days.add(new InstanceQuery(item.instance.id(), query)));
            if (explainer.looksAtLogins(instance)) {
                lookAtSessions(item, moment.now());
            }
        }
        answerSeries(days, (id, answer) -> find(cases, id).see(answer));
    }

    /** One read of the history serves all instances, so that it costs nothing to look. */
    private void lookAtSessions(Case item, Instant now) {
        LoginSource source = LoginSource.SESSION_MANAGER;
        if (item.evidence.logins(source).isEmpty()) {
            Instant since = sessionsSince == null ? now.minus(SESSIONS) : sessionsSince;
            item.beyond = item.seen().with(logins.answer(item.instance.id(), source, since));
        }
    }

    private static int decided(Map<String, Case> cases) {
        return (int) cases.values().stream().filter(item -> !item.isOpen()).count();
    }

    private static Case find(Map<String, Case> cases, String id) {
        return Objects.requireNonNull(cases.get(id), id);
    }

    /** The machines wait until nothing else is asked, so that few commands serve them all. */
    private void answer(List<Case> asking, Instant now) {
        List<Case> others = asking.stream().filter(item -> item.machineSince() == null).toList();
        if (others.isEmpty()) {
            askMachines(asking, now);
        } else {
            answer(others);
        }
    }

    private void askMachines(List<Case> asking, Instant now) {
        Instant since =
                asking.stream()
                        .map(Case::machineSince)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(now);
        Map<String, LoginAnswer> answers =
                machines.ask(
                        asking.stream().map(item -> item.instance.instance()).toList(), since, now);
        for (Case item : asking) {
            LoginAnswer answer = Objects.requireNonNull(answers.get(item.instance.id()));
            item.evidence = item.evidence.with(answer);
        }
    }

    private void answer(List<Case> asking) {
        List<InstanceQuery> queries = new ArrayList<>();
        Map<String, Case> byId = new LinkedHashMap<>();
        for (Case item : asking) {
            byId.put(item.instance.id(), item);
            for (Question question : item.questions()) {
                switch (question) {
                    case Question.Series(var query) ->
                            queries.add(new InstanceQuery(item.instance.id(), query));
                    case Question.Logins(var source, var since) -> {
                        if (source == LoginSource.SESSION_MANAGER) {
                            sessionsSince = since;
                        }
                        item.evidence =
                                item.evidence.with(
                                        logins.answer(item.instance.id(), source, since));
                    }
                }
            }
        }
        answerSeries(queries, (id, answer) -> find(byId, id).learn(answer));
    }

    private void answerSeries(List<InstanceQuery> queries, BiConsumer<String, MetricAnswer> taker) {
        List<MetricBatch> batches = MetricBatch.pack(queries);
        List<Callable<List<MetricAnswer>>> reads = new ArrayList<>();
        batches.forEach(batch -> reads.add(() -> metrics.read(batch)));
        List<List<MetricAnswer>> answers = calls.all(reads);
        for (int batch = 0; batch < batches.size(); batch++) {
            List<InstanceQuery> asked = batches.get(batch).queries();
            for (int index = 0; index < asked.size(); index++) {
                taker.accept(asked.get(index).instanceId(), answers.get(batch).get(index));
            }
        }
    }

    /** An instance on its way to a verdict. */
    private static final class Case {
        private final LabInstance instance;
        private InstanceEvidence evidence = InstanceEvidence.none();
        private @Nullable InstanceEvidence beyond;
        private @Nullable Judgement judgement;

        Case(LabInstance instance) {
            this.instance = instance;
        }

        /** Everything at hand, what the verdict must not hear of among it. */
        InstanceEvidence seen() {
            return beyond == null ? evidence : beyond;
        }

        void learn(MetricAnswer answer) {
            evidence = evidence.with(answer);
        }

        void see(MetricAnswer answer) {
            beyond = seen().with(answer);
        }

        boolean isOpen() {
            return !(judgement instanceof Decided);
        }

        List<Question> questions() {
            return judgement instanceof Asks(List<Question> questions) ? questions : List.of();
        }

        /** Since when its machine is asked for logins; null where it is not. */
        @Nullable Instant machineSince() {
            for (Question question : questions()) {
                if (question instanceof Question.Logins(var source, var since)
                        && source == LoginSource.RUN_COMMAND) {
                    return since;
                }
            }
            return null;
        }

        Verdict verdict() {
            if (judgement instanceof Decided(var verdict)) {
                return verdict;
            }
            throw new IllegalStateException("no verdict for " + instance.id());
        }
    }

    /**
     * When is judged, and how.
     *
     * @param explainer null where nobody asked for an explanation
     */
    private record Moment(Instant now, @Nullable InstanceExplainer explainer) {}
}
