package org.labjanitor.core.launch;

import java.util.List;

/**
 * A lab as somebody wants it.
 *
 * @param name the lab's name, the value of its tag
 * @param region of its instances
 * @param roster the students
 */
public record LabOrder(
        String name,
        LabTerm term,
        Owners owners,
        String region,
        List<String> roster,
        List<InstanceOrder> instances,
        List<BucketOrder> buckets,
        List<FileOrder> files) {
    public LabOrder {
        roster = List.copyOf(roster);
        instances = List.copyOf(instances);
        buckets = List.copyOf(buckets);
        files = List.copyOf(files);
    }

    /** The same lab with another term. */
    public LabOrder with(LabTerm other) {
        return new LabOrder(name, other, owners, region, roster, instances, buckets, files);
    }
}
