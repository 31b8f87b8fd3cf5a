package org.labjanitor.instances.sweep;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.labjanitor.core.instance.Protection;
import org.labjanitor.core.judge.InstanceEvidence;
import org.labjanitor.core.judge.InstanceExplainer;
import org.labjanitor.core.judge.InstanceJudge;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.instances.evidence.CallRate;
import org.labjanitor.instances.evidence.EvidenceGatherer;
import org.labjanitor.instances.evidence.Judged;
import org.labjanitor.instances.evidence.MachineReader;
import org.labjanitor.instances.evidence.ProtectionReader;
import org.labjanitor.instances.inventory.LabInstance;
import org.labjanitor.instances.progress.SweepListener;
import org.labjanitor.instances.region.RegionClients;
import org.labjanitor.instances.request.InstancesRequest;
import org.labjanitor.runtime.aws.ParallelCalls;
import org.labjanitor.runtime.settings.Mode;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;

/** Brings the instances of one Region to their verdicts, each time from new evidence. */
final class RegionVerdicts {
    private static final int PROTECTIONS_AT_ONCE = 4;
    private static final Duration TIME_TO_WARN = Duration.ofSeconds(30);

    private final RegionClients clients;
    private final InstancesRequest request;
    private final InstanceJudge judge;
    private final InstanceExplainer explainer;
    private final InstantSource clock;
    private final TimeBudget time;
    private final SweepListener listener;
    private final ProtectionReader protections;
    private final CallRate lookups;
    private final MachineReader machines;
    private final AtomicBoolean outOfTime = new AtomicBoolean();

    RegionVerdicts(
            RegionClients clients,
            InstancesRequest request,
            InstanceJudge judge,
            LabTags tags,
            InstantSource clock,
            Pause pause,
            TimeBudget time,
            SweepListener listener) {
        this.clients = clients;
        this.request = request;
        this.judge = judge;
        this.explainer = new InstanceExplainer(judge, request.policy(), tags);
        this.clock = clock;
        this.time = time;
        this.listener = listener;
        this.protections = new ProtectionReader(clients.ec2(), clients.region(), clock, pause);
        this.lookups = CallRate.ofLookups(clock, pause);
        this.machines =
                request.mode() == Mode.REPORT
                        ? MachineReader.leavingAlone()
                        : MachineReader.byCommand(clients, pause, time, () -> outOfTime.set(true));
    }

    /** By their use in a sweep; by a person's word where they were named. */
    List<Judged> of(List<LabInstance> instances) {
        if (request.isSweep()) {
            double threshold = request.policy().idleRule().cpuPercent();
            EvidenceGatherer gatherer =
                    new EvidenceGatherer(judge, threshold, clients, lookups, machines, listener);
            return request.explain()
                    ? gatherer.explain(instances, clock.instant(), explainer)
                    : gatherer.judge(instances, clock.instant());
        }
        return instances.stream().map(this::named).toList();
    }

    /** Verdicts that count what protects an instance, too; it is read for those that may go. */
    List<Judged> whole(List<LabInstance> instances) {
        Map<Boolean, List<Judged>> parts =
                of(instances).stream().collect(Collectors.partitioningBy(Judged::removable));
        List<Judged> whole = new ArrayList<>(parts.getOrDefault(false, List.of()));
        whole.addAll(withProtection(parts.getOrDefault(true, List.of())));
        return whole;
    }

    /**
     * The same verdicts, unless an instance's own protection changes its. Time that runs out leaves
     * a protection unread, and with it the verdict unknown.
     */
    List<Judged> withProtection(List<Judged> judged) {
        List<Callable<Judged>> reads = new ArrayList<>();
        judged.forEach(one -> reads.add(() -> withProtection(one)));
        return new ParallelCalls(PROTECTIONS_AT_ONCE).all(reads);
    }

    private Judged withProtection(Judged judged) {
        Protection protection = protection(judged);
        InstanceEvidence evidence = InstanceEvidence.none().with(protection);
        Judged newest = judge.protection(evidence).map(judged::with).orElse(judged);
        return request.explain() ? explained(newest, protection) : newest;
    }

    private Judged explained(Judged judged, Protection protection) {
        return judged.with(
                explainer.withProtection(
                        judged.insight().reasoning(), protection, clock.instant()));
    }

    private Protection protection(Judged judged) {
        if (time.hasLeft(TIME_TO_WARN)) {
            return protections.read(judged.instance().instance());
        }
        outOfTime.set(true);
        return new Protection.Unavailable("time ran out; the next run goes on");
    }

    /** Whether there was no time to read a protection, or to wait for a machine's answer. */
    boolean ranOutOfTime() {
        return outOfTime.get();
    }

    private Judged named(LabInstance instance) {
        Verdict verdict =
                judge.judgeNamed(instance.instance(), InstanceEvidence.none(), clock.instant());
        return new Judged(
                instance,
                verdict instanceof Removable(RemovableReason reason, var _)
                        ? new Removable(
                                reason, Explanation.of("Named outright: " + request.reason() + "."))
                        : verdict);
    }
}
