package org.labjanitor.launcher.look;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.labjanitor.core.bucket.BucketName;
import org.labjanitor.core.launch.BucketPiece;
import org.labjanitor.core.launch.LabPlan;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.launcher.region.LabClients;
import org.labjanitor.runtime.aws.AwsFailedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;

/** Looks what is there of a lab: its instances by their tags, its buckets by their names. */
public final class LabLookout {
    private final LabClients clients;
    private final LabTags labTags;
    private final BucketLookout buckets;

    public LabLookout(LabClients clients, LabTags labTags, BucketLookout buckets) {
        this.clients = clients;
        this.labTags = labTags;
        this.buckets = buckets;
    }

    /**
     * Looks at everything that the plan names.
     *
     * @throws AwsFailedException if EC2 or S3 does not say; then nothing may be created, since
     *     nobody knows what is missing
     */
    public Sighting look(LabPlan plan) {
        Map<String, BucketSight> sights = new HashMap<>();
        for (BucketPiece piece : plan.buckets()) {
            // The SDK refuses to ask about a name that no bucket can have.
            if (BucketName.isLegal(piece.name())) {
                sights.put(piece.name(), buckets.look(piece, plan.order().name()));
            }
        }
        return new Sighting(
                plan.instances().isEmpty()
                        ? Map.of()
                        : instances(plan.order().region(), plan.order().name()),
                sights);
    }

    /**
     * The lab's instances by their piece.
     *
     * @throws AwsFailedException if EC2 does not say
     */
    public Map<String, List<SeenInstance>> instances(String region, String lab) {
        Filter ofLab = Filter.builder().name("tag:" + labTags.labKey()).values(lab).build();
        try {
            List<Instance> found =
                    clients
                            .ec2(region)
                            .describeInstancesPaginator(describe -> describe.filters(ofLab))
                            .reservations()
                            .stream()
                            .flatMap(reservation -> reservation.instances().stream())
                            .toList();
            return Sighting.byPiece(found, labTags.pieceKey(), labTags.expiresKey());
        } catch (SdkException e) {
            throw new AwsFailedException("ec2:DescribeInstances in " + region, e);
        }
    }

    /** An instance that EC2 told of on another way. */
    public SeenInstance seen(Instance instance) {
        return new SeenInstance(instance, labTags.expiresKey());
    }
}
