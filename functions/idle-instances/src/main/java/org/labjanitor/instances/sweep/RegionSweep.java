package org.labjanitor.instances.sweep;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.labjanitor.core.judge.InstanceJudge;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.instances.evidence.Judged;
import org.labjanitor.instances.inventory.InstanceInventory;
import org.labjanitor.instances.inventory.Inventory;
import org.labjanitor.instances.inventory.LabInstance;
import org.labjanitor.instances.progress.SweepListener;
import org.labjanitor.instances.region.RegionClients;
import org.labjanitor.instances.removal.InstanceRemover;
import org.labjanitor.instances.removal.Leftovers;
import org.labjanitor.instances.removal.Removal;
import org.labjanitor.instances.request.InstancesRequest;
import org.labjanitor.instances.tagging.InstanceTagger;
import org.labjanitor.instances.tagging.TagChanges;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.result.Leftover;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;
import software.amazon.awssdk.core.exception.SdkException;

/** The part of a run that concerns one Region: examine, tag, judge again, remove. */
final class RegionSweep {
    private static final Duration TIME_TO_EXAMINE = Duration.ofSeconds(30);

    private final RegionClients clients;
    private final InstancesRequest request;
    private final LabTags tags;
    private final Pause pause;
    private final TimeBudget time;
    private final SweepListener listener;
    private final InstanceInventory inventory;
    private final RegionVerdicts verdicts;

    RegionSweep(
            RegionClients clients,
            InstancesRequest request,
            LabTags tags,
            InstantSource clock,
            Pause pause,
            TimeBudget time,
            SweepListener listener) {
        this.clients = clients;
        this.request = request;
        this.tags = tags;
        this.pause = pause;
        this.time = time;
        this.listener = listener;
        this.inventory = new InstanceInventory(clients.ec2(), clients.region());
        this.verdicts =
                new RegionVerdicts(
                        clients,
                        request,
                        new InstanceJudge(request.policy(), tags),
                        tags,
                        clock,
                        pause,
                        time,
                        listener);
    }

    String region() {
        return clients.region();
    }

    /** A look at the Region that changes nothing; a fault of AWS's makes it "not examined". */
    Examination examine() {
        if (!time.hasLeft(TIME_TO_EXAMINE)) {
            return Examination.outOfTime(region());
        }
        try {
            Inventory lab = inventory.tagged(tags.labKey());
            Inventory scope = scope(lab);
            listener.found(region(), scope.instances().size());
            List<Judged> judged = verdicts.of(scope.instances());
            listener.examined(region(), (int) judged.stream().filter(Judged::removable).count());
            return new Examination(
                    region(),
                    judged,
                    lab.instances().size(),
                    scope.gaps().stream()
                            .map(gap -> new NotExamined("Spot requests in " + region(), gap))
                            .toList(),
                    Examination.Reach.EXAMINED);
        } catch (SdkException e) {
            return Examination.failed(
                    region(), AwsFailure.of("ec2:DescribeInstances in " + region(), e).message());
        }
    }

    /** The verdicts once the instances' own protection was read, in the order given. */
    List<Judged> withProtection(List<Judged> judged) {
        return verdicts.withProtection(judged);
    }

    /** Whether time ran out before a protection could be read. */
    boolean ranOutOfTime() {
        return verdicts.ranOutOfTime();
    }

    /** Writes what the owners shall see on their instances; answers what could not be written. */
    List<NotExamined> tag(TagChanges changes) {
        return new InstanceTagger(clients.ec2(), region(), tags.janitorKey()).apply(changes);
    }

    /** What the instances would leave behind; a fault is told as "not examined". */
    Map<String, List<Leftover>> leftovers(
            List<LabInstance> instances, List<NotExamined> notExamined) {
        try {
            return new Leftovers(clients.ec2()).of(instances);
        } catch (SdkException e) {
            notExamined.add(
                    new NotExamined(
                            "leftovers in " + region(),
                            AwsFailure.of(
                                            "ec2:DescribeVolumes and ec2:DescribeAddresses in "
                                                    + region(),
                                            e)
                                    .message()));
            return Map.of();
        }
    }

    /**
     * Looks at the picked instances again, tags, metrics, logins and protection alike, and removes
     * those whose new verdict still lets them go.
     */
    List<Settled> remove(List<Judged> picks) {
        listener.lookingAgain(region(), picks.size());
        List<Settled> settled = new ArrayList<>();
        Map<Boolean, List<Judged>> fresh =
                freshVerdicts(picks, settled).stream()
                        .collect(Collectors.partitioningBy(Judged::removable));
        fresh.getOrDefault(false, List.of()).forEach(one -> settled.add(Settled.spared(one)));
        settled.addAll(carryOut(fresh.getOrDefault(true, List.of())));
        listener.observed(region(), settled.size(), picks.size());
        return settled;
    }

    private List<Settled> carryOut(List<Judged> going) {
        listener.removing(region(), going.size());
        Map<String, Removal> removals =
                new InstanceRemover(
                                clients.ec2(), inventory, region(), request.action(), pause, time)
                        .remove(going.stream().map(Judged::instance).toList());
        return going.stream()
                .map(one -> new Settled(one, Objects.requireNonNull(removals.get(one.id()))))
                .toList();
    }

    private List<Judged> freshVerdicts(List<Judged> picks, List<Settled> settled) {
        try {
            List<LabInstance> seen =
                    inventory.named(picks.stream().map(Judged::id).toList()).instances();
            Set<String> there =
                    seen.stream()
                            .filter(instance -> !instance.instance().state().isGone())
                            .map(LabInstance::id)
                            .collect(Collectors.toSet());
            picks.stream()
                    .filter(pick -> !there.contains(pick.id()))
                    .forEach(pick ->
                            settled.add(new Settled(pick, new Removal(Outcome.GONE_ALREADY, ""))));
            return verdicts.whole(
                    seen.stream().filter(instance -> there.contains(instance.id())).toList());
        } catch (SdkException e) {
            String why = AwsFailure.of("ec2:DescribeInstances in " + region(), e).message();
            picks.forEach(pick ->
                    settled.add(
                            new Settled(
                                    pick,
                                    new Removal(
                                            Outcome.REFUSED,
                                            "it stays, since it could not be looked at again: "
                                                    + why))));
            return List.of();
        }
    }

    private Inventory scope(Inventory lab) {
        if (!request.isSweep()) {
            return inventory.named(request.named());
        }
        if (request.only().isEmpty()) {
            return lab;
        }
        List<LabInstance> wanted =
                new ArrayList<>(
                        lab.instances().stream()
                                .filter(instance -> request.only().contains(instance.id()))
                                .toList());
        List<String> gaps = new ArrayList<>(lab.gaps());
        if (request.explain()) {
            Inventory others = outsideTheLab(wanted);
            wanted.addAll(others.instances());
            gaps.addAll(others.gaps());
        }
        return new Inventory(wanted, gaps);
    }

    /** Who asks about an instance that is none of ours, or gone, is told so. */
    private Inventory outsideTheLab(List<LabInstance> inLab) {
        List<String> others = new ArrayList<>(request.only());
        others.removeAll(inLab.stream().map(LabInstance::id).toList());
        return others.isEmpty() ? new Inventory(List.of(), List.of()) : inventory.named(others);
    }
}
