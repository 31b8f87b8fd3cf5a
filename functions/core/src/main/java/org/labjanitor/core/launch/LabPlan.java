package org.labjanitor.core.launch;

import java.util.List;

/** A lab's pieces. */
public record LabPlan(
        LabOrder order,
        List<InstancePiece> instances,
        List<BucketPiece> buckets,
        List<FilePiece> files,
        Estimate estimate) {
    public LabPlan {
        instances = List.copyOf(instances);
        buckets = List.copyOf(buckets);
        files = List.copyOf(files);
    }
}
