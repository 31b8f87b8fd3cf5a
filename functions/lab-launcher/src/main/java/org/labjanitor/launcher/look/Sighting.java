package org.labjanitor.launcher.look;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.labjanitor.core.launch.BucketPiece;
import org.labjanitor.core.launch.LabPlan;
import software.amazon.awssdk.services.ec2.model.Instance;

/**
 * What a look found of a lab.
 *
 * @param instances those that bear its name, whatever state they are in, by their piece
 * @param buckets what each of its buckets' names stands for
 */
public record Sighting(
        Map<String, List<SeenInstance>> instances, Map<String, BucketSight> buckets) {
    public Sighting {
        instances = Map.copyOf(instances);
        buckets = Map.copyOf(buckets);
    }

    /** Instances of a piece, those that are gone included. */
    public List<SeenInstance> of(String piece) {
        return instances.getOrDefault(piece, List.of());
    }

    /** What the name of a bucket stands for. */
    public BucketSight of(BucketPiece piece) {
        return buckets.getOrDefault(piece.name(), new BucketSight.Free());
    }

    /** The end that the lab has; the latest, where its pieces differ. Empty where it has none. */
    public Optional<Instant> end() {
        List<Instant> ends = new ArrayList<>();
        instances.values().stream()
                .flatMap(List::stream)
                .filter(SeenInstance::isLive)
                .flatMap(instance -> instance.end().stream())
                .forEach(ends::add);
        buckets.values().stream()
                .filter(BucketSight.Ours.class::isInstance)
                .map(BucketSight.Ours.class::cast)
                .flatMap(ours -> ours.lasting().stream())
                .forEach(ends::add);
        return ends.stream().max(Comparator.naturalOrder());
    }

    /** Pieces that are there although the plan does not have them, with their instances. */
    public Map<String, List<SeenInstance>> beyond(LabPlan plan) {
        Map<String, List<SeenInstance>> others = new TreeMap<>();
        instances.forEach((piece, seen) -> {
            List<SeenInstance> live = seen.stream().filter(SeenInstance::isLive).toList();
            boolean planned =
                    plan.instances().stream().anyMatch(known -> known.key().equals(piece));
            if (!planned && !live.isEmpty()) {
                others.put(piece, live);
            }
        });
        return others;
    }

    /** The instances that EC2 described, by their piece. */
    static Map<String, List<SeenInstance>> byPiece(
            List<Instance> instances, String pieceKey, String expiresKey) {
        Map<String, List<SeenInstance>> byPiece = new HashMap<>();
        for (Instance instance : instances) {
            SeenInstance seen = new SeenInstance(instance, expiresKey);
            seen.tag(pieceKey)
                    .ifPresent(piece ->
                            byPiece.computeIfAbsent(piece, _ -> new ArrayList<>()).add(seen));
        }
        return byPiece;
    }
}
