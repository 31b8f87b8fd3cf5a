package org.labjanitor.launcher.preflight;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.labjanitor.core.launch.BucketPiece;
import org.labjanitor.core.launch.FileSource;
import org.labjanitor.core.launch.ImageChoice;
import org.labjanitor.core.launch.InstanceOrder;
import org.labjanitor.core.launch.LabPlan;
import org.labjanitor.launcher.files.SourceFile;
import org.labjanitor.launcher.files.SourceFiles;
import org.labjanitor.launcher.look.BucketSight;
import org.labjanitor.launcher.look.Sighting;
import org.labjanitor.launcher.region.LabClients;

/** Asks AWS, by reading only, whether a plan can be carried out, and lists every fault at once. */
public final class PreFlight {
    private final LabClients clients;

    public PreFlight(LabClients clients) {
        this.clients = clients;
    }

    /**
     * What the checks found.
     *
     * @param images the image id behind each choice
     * @param files the starter files of each source
     */
    public record Findings(
            List<String> faults,
            Map<ImageChoice, String> images,
            Map<FileSource, List<SourceFile>> files) {
        public Findings {
            faults = List.copyOf(faults);
            images = Map.copyOf(images);
            files = Map.copyOf(files);
        }
    }

    /**
     * Checks the plan.
     *
     * @param sighting what is there of the lab; that is not checked again
     */
    public Findings check(LabPlan plan, Sighting sighting) {
        List<String> faults = new ArrayList<>();
        List<InstanceOrder> orders = plan.order().instances();
        Map<ImageChoice, String> images = Map.of();
        if (!orders.isEmpty()) {
            String region = plan.order().region();
            Ec2Questions questions = new Ec2Questions(clients.ec2(region), region, faults);
            images = new ImageCheck(clients.ssm(region), faults).images(orders);
            Set<String> zones = new ZoneCheck(questions, region, faults).check(orders);
            new TypeCheck(questions, region, faults).check(orders, images, zones);
            new KeyPairCheck(questions, region, faults).check(orders);
            new NetworkCheck(questions, region, faults).check(orders);
        }
        for (BucketPiece piece : plan.buckets()) {
            if (sighting.of(piece) instanceof BucketSight.Taken(String why)) {
                faults.add(why);
            }
        }
        Map<FileSource, List<SourceFile>> files =
                new SourceFiles(clients).list(sources(plan), faults);
        return new Findings(faults, images, files);
    }

    private static Set<FileSource> sources(LabPlan plan) {
        Set<FileSource> sources = new LinkedHashSet<>();
        plan.files().forEach(piece -> sources.add(piece.from()));
        return sources;
    }
}
