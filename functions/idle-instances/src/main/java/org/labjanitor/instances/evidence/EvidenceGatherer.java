package org.labjanitor.instances.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.judge.InstanceEvidence;
import org.labjanitor.core.judge.InstanceJudge;
import org.labjanitor.core.judge.Judgement;
import org.labjanitor.core.judge.Judgement.Asks;
import org.labjanitor.core.judge.Judgement.Decided;
import org.labjanitor.core.judge.Question;
import org.labjanitor.core.metric.MetricAnswer;
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

    private final InstanceJudge judge;
    private final CpuHistories histories;
    private final String region;
    private final MetricReader metrics;
    private final Logins logins;
    private final ParallelCalls calls = new ParallelCalls(CALLS_AT_ONCE);
    private final SweepListener listener;

    /**
     * A gatherer for one moment and one Region.
     *
     * @param threshold CPU in percent below which the judge calls it quiet
     * @param lookups the rate that this run's look-ups in the Region share
     */
    public EvidenceGatherer(
            InstanceJudge judge,
            double threshold,
            RegionClients clients,
            CallRate lookups,
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
        this.listener = listener;
    }

    /** Every instance with its verdict as of {@code now}, in the order given. */
    public List<Judged> judge(List<LabInstance> instances, Instant now) {
        Map<String, Case> cases = new LinkedHashMap<>();
        instances.forEach(instance -> cases.put(instance.id(), new Case(instance)));
        for (int round = 0; round < ROUNDS; round++) {
            List<Case> open = cases.values().stream().filter(Case::isOpen).toList();
            open.forEach(item -> item.judgement = judgement(item, now));
            listener.judged(region, decided(cases), cases.size());
            List<Case> asking = open.stream().filter(Case::isOpen).toList();
            if (asking.isEmpty()) {
                return cases.values().stream().map(item -> item.judged(histories)).toList();
            }
            answer(asking);
        }
        throw new IllegalStateException("the judge still asks after " + ROUNDS + " rounds");
    }

    private Judgement judgement(Case item, Instant now) {
        return judge.judge(item.instance.instance(), item.evidence, now);
    }

    private static int decided(Map<String, Case> cases) {
        return (int) cases.values().stream().filter(item -> !item.isOpen()).count();
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
                    case Question.Logins(var source, var since) ->
                            item.evidence =
                                    item.evidence.with(
                                            logins.answer(item.instance.id(), source, since));
                }
            }
        }
        answerSeries(queries, byId);
    }

    private void answerSeries(List<InstanceQuery> queries, Map<String, Case> byId) {
        List<MetricBatch> batches = MetricBatch.pack(queries);
        List<Callable<List<MetricAnswer>>> reads = new ArrayList<>();
        batches.forEach(batch -> reads.add(() -> metrics.read(batch)));
        List<List<MetricAnswer>> answers = calls.all(reads);
        for (int batch = 0; batch < batches.size(); batch++) {
            List<InstanceQuery> asked = batches.get(batch).queries();
            for (int index = 0; index < asked.size(); index++) {
                Case item = byId.get(asked.get(index).instanceId());
                if (item != null) {
                    item.evidence = item.evidence.with(answers.get(batch).get(index));
                }
            }
        }
    }

    /** An instance on its way to a verdict. */
    private static final class Case {
        private final LabInstance instance;
        private InstanceEvidence evidence = InstanceEvidence.none();
        private @Nullable Judgement judgement;

        Case(LabInstance instance) {
            this.instance = instance;
        }

        boolean isOpen() {
            return !(judgement instanceof Decided);
        }

        List<Question> questions() {
            return judgement instanceof Asks(List<Question> questions) ? questions : List.of();
        }

        Judged judged(CpuHistories histories) {
            if (judgement instanceof Decided(var verdict)) {
                return new Judged(instance, verdict, histories.of(evidence, verdict).orElse(null));
            }
            throw new IllegalStateException("no verdict for " + instance.id());
        }
    }
}
