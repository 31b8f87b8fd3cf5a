package org.labjanitor.cli.tagging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.instances.inventory.InstanceInventory;
import org.labjanitor.instances.region.RegionalClients;
import org.labjanitor.runtime.aws.AwsFailure;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Tags of instances, which EC2 changes one by one. */
public final class InstanceTags {
    private final RegionalClients clients;
    private final LabTags labTags;

    public InstanceTags(RegionalClients clients, LabTags labTags) {
        this.clients = clients;
        this.labTags = labTags;
    }

    /** Sets the tags; empty where they were seen afterwards. */
    Optional<String> write(Piece piece, Map<String, String> tags) {
        Ec2Client ec2 = clients.in(piece.region()).ec2();
        try {
            Optional<Map<String, String>> before = read(ec2, piece);
            if (before.isEmpty()) {
                return Optional.of("EC2 does not know it any more");
            }
            if (labTags.lab(before.get()).isEmpty()) {
                return Optional.of("it has lost its tag " + labTags.labKey());
            }
        } catch (SdkException e) {
            return Optional.of(failure("ec2:DescribeInstances", piece, e));
        }
        try {
            ec2.createTags(request -> request.resources(piece.id()).tags(list(tags)));
        } catch (SdkException e) {
            return Optional.of(failure("ec2:CreateTags", piece, e));
        }
        try {
            boolean seen =
                    read(ec2, piece)
                            .filter(after -> after.entrySet().containsAll(tags.entrySet()))
                            .isPresent();
            return seen
                    ? Optional.empty()
                    : Optional.of("EC2 took its tags, and does not show them yet; look again");
        } catch (SdkException e) {
            return Optional.of(failure("ec2:DescribeInstances", piece, e));
        }
    }

    private static Optional<Map<String, String>> read(Ec2Client ec2, Piece piece) {
        return new InstanceInventory(ec2, piece.region())
                .named(List.of(piece.id())).instances().stream()
                        .map(found -> found.instance().tags())
                        .findFirst();
    }

    private static List<Tag> list(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    private static String failure(String call, Piece piece, SdkException failure) {
        return AwsFailure.of(call + " in " + piece.region(), failure).message();
    }
}
