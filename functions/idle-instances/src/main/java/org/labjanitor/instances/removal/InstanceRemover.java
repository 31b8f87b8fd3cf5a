package org.labjanitor.instances.removal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.labjanitor.core.instance.InstanceState;
import org.labjanitor.instances.inventory.Chunks;
import org.labjanitor.instances.inventory.InstanceInventory;
import org.labjanitor.instances.inventory.LabInstance;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * Removes instances of one Region and observes what became of each. Batches stay within one
 * Availability Zone, since EC2 refuses a batch by zone when one of its instances is protected, and
 * carries it out in the other zones although the call failed. After any error it looks again and
 * halves what is left, down to single instances, so that one refusal never stops the others.
 */
public final class InstanceRemover {
    private static final int BATCH = 20;
    private static final Duration TIME_TO_REPORT = Duration.ofSeconds(20);
    private static final Duration LONGEST_WATCH = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Ec2Client ec2;
    private final InstanceInventory inventory;
    private final String region;
    private final RemovalAction action;
    private final Pause pause;
    private final TimeBudget time;

    public InstanceRemover(
            Ec2Client ec2,
            InstanceInventory inventory,
            String region,
            RemovalAction action,
            Pause pause,
            TimeBudget time) {
        this.ec2 = ec2;
        this.inventory = inventory;
        this.region = region;
        this.action = action;
        this.pause = pause;
        this.time = time;
    }

    /** What became of each instance, by id; every instance given has an entry. */
    public Map<String, Removal> remove(List<LabInstance> instances) {
        Attempt attempt = new Attempt();
        attempt.removals.putAll(
                action == RemovalAction.STOP
                        ? thoseAStopWouldWipe(instances)
                        : new SpotCancellation(ec2, region).cancel(instances));
        List<LabInstance> free =
                instances.stream()
                        .filter(instance -> !attempt.removals.containsKey(instance.id()))
                        .toList();
        for (List<String> batch : batches(free)) {
            attempt.on(batch);
        }
        observe(attempt);
        return attempt.removals;
    }

    private static Map<String, Removal> thoseAStopWouldWipe(List<LabInstance> instances) {
        return instances.stream()
                .filter(LabInstance::instanceStoreRoot)
                .collect(
                        Collectors.toMap(
                                LabInstance::id,
                                _ ->
                                        new Removal(
                                                Outcome.REFUSED,
                                                "its root device is an instance store, whose data"
                                                        + " a stop would destroy")));
    }

    private static List<List<String>> batches(List<LabInstance> instances) {
        Map<String, List<String>> byZone =
                instances.stream()
                        .collect(
                                Collectors.groupingBy(
                                        instance -> instance.instance().zone(),
                                        TreeMap::new,
                                        Collectors.mapping(LabInstance::id, Collectors.toList())));
        return byZone.values().stream().flatMap(ids -> Chunks.of(ids, BATCH).stream()).toList();
    }

    private void observe(Attempt attempt) {
        Duration watched = Duration.ZERO;
        Duration wait = FIRST_PAUSE;
        attempt.look();
        while (!attempt.accepted.isEmpty()
                && watched.compareTo(LONGEST_WATCH) < 0
                && time.hasLeft(TIME_TO_REPORT.plus(wait))) {
            if (!pausedFor(wait)) {
                break;
            }
            watched = watched.plus(wait);
            wait = longer(wait);
            attempt.look();
        }
        attempt.giveUp(watched);
    }

    private boolean pausedFor(Duration wait) {
        try {
            pause.of(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Duration longer(Duration wait) {
        Duration longer = wait.plus(wait.dividedBy(2));
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private Map<String, InstanceState> states(List<String> ids) {
        Map<String, InstanceState> states = new HashMap<>();
        for (LabInstance seen : inventory.named(ids).instances()) {
            states.put(seen.id(), seen.instance().state());
        }
        return states;
    }

    /** One attempt on all of them: what was accepted and waits to be seen, and what is settled. */
    private final class Attempt {
        private final Map<String, Removal> removals = new LinkedHashMap<>();
        private final Set<String> accepted = new LinkedHashSet<>();
        private String lastLook = "";

        void on(List<String> batch) {
            if (!time.hasLeft(TIME_TO_REPORT)) {
                batch.forEach(id -> removals.put(id, Removal.forWantOfTime()));
                return;
            }
            try {
                action.request(ec2, batch);
                accepted.addAll(batch);
            } catch (SdkException e) {
                refused(batch, failure(e));
            }
        }

        /** A failed call may still have removed some: an error says nothing about who went. */
        private void refused(List<String> batch, AwsFailure failure) {
            try {
                halve(batch, unsettled(batch), failure);
            } catch (SdkException e) {
                String why = failure.message() + "; afterwards " + lookFailure(e);
                batch.forEach(id -> removals.put(id, new Removal(Outcome.STILL_THERE, why)));
            }
        }

        private void halve(List<String> batch, List<String> left, AwsFailure failure) {
            if (left.isEmpty()) {
                return;
            }
            if (left.size() == batch.size() && (batch.size() == 1 || !concernsOne(failure))) {
                left.forEach(
                        id -> removals.put(id, new Removal(Outcome.REFUSED, failure.message())));
                return;
            }
            for (List<String> half : Chunks.of(left, (left.size() + 1) / 2)) {
                on(half);
            }
        }

        /** Notes those that a look shows to be gone, and gives the others. */
        private List<String> unsettled(List<String> ids) {
            Map<String, InstanceState> states = states(ids);
            List<String> left = new ArrayList<>();
            for (String id : ids) {
                InstanceState state = states.get(id);
                if (state != null && action.hasSettled(state)) {
                    removals.put(id, Removal.of(Outcome.REMOVED));
                } else {
                    left.add(id);
                }
            }
            return left;
        }

        void look() {
            if (accepted.isEmpty()) {
                return;
            }
            try {
                accepted.retainAll(unsettled(List.copyOf(accepted)));
                lastLook = "";
            } catch (SdkException e) {
                lastLook = "; " + lookFailure(e);
            }
        }

        void giveUp(Duration watched) {
            for (String id : accepted) {
                removals.put(
                        id,
                        new Removal(
                                Outcome.STILL_THERE,
                                "EC2 accepted it, but %d s later it was not seen to be gone%s"
                                        .formatted(watched.toSeconds(), lastLook)));
            }
        }

        private String lookFailure(SdkException e) {
            return AwsFailure.of("ec2:DescribeInstances in " + region, e).message();
        }

        private AwsFailure failure(SdkException e) {
            return AwsFailure.of(action.call() + " in " + region, e);
        }
    }

    /** Whether a smaller batch may fare better: not where all calls fail alike. */
    private static boolean concernsOne(AwsFailure failure) {
        return switch (failure.kind()) {
            case DENIED, REFUSED -> true;
            case CREDENTIALS, REGION, THROTTLED, UNREACHABLE, SERVICE -> false;
        };
    }
}
