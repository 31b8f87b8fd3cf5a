package org.labjanitor.cli.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.instances.inventory.InstanceInventory;
import org.labjanitor.instances.inventory.Inventory;
import org.labjanitor.instances.region.RegionalClients;
import org.labjanitor.runtime.aws.AwsFailure;
import software.amazon.awssdk.core.exception.SdkException;

/** Finds instances in some Regions. */
public final class InstanceSearch {
    private final RegionalClients clients;
    private final List<String> regions;
    private final LabTags labTags;

    public InstanceSearch(RegionalClients clients, List<String> regions, LabTags labTags) {
        this.clients = clients;
        this.regions = List.copyOf(regions);
        this.labTags = labTags;
    }

    /** The instance of that id, whatever its tags. */
    public Found named(String id) {
        Found found = everywhere(inventory -> inventory.named(List.of(id)));
        return found.pieces().isEmpty() && found.troubles().isEmpty()
                ? Found.none(
                        "%s is not in %s; name its Region with --region, or look with --all-regions"
                                .formatted(id, String.join(", ", regions)))
                : found;
    }

    /** Every instance of the lab that is not gone. */
    public Found ofLab(String lab) {
        Found found = everywhere(inventory -> inventory.tagged(labTags.labKey()));
        return new Found(
                found.pieces().stream()
                        .filter(piece -> labTags.lab(piece.tags()).filter(lab::equals).isPresent())
                        .toList(),
                found.troubles());
    }

    private Found everywhere(Function<InstanceInventory, Inventory> question) {
        List<Piece> pieces = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        for (String region : regions) {
            try {
                question.apply(new InstanceInventory(clients.in(region).ec2(), region))
                        .instances()
                        .forEach(instance -> pieces.add(piece(instance.instance())));
            } catch (SdkException e) {
                troubles.add(AwsFailure.of("ec2:DescribeInstances in " + region, e).message());
            }
        }
        return new Found(pieces, troubles);
    }

    private static Piece piece(Instance instance) {
        return new Piece(
                Piece.Kind.INSTANCE,
                instance.id(),
                instance.region(),
                instance.tags(),
                instance.firstLaunch().orElse(null));
    }
}
