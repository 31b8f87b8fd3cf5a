package org.labjanitor.buckets.region;

/**
 * The Region of a partition that knows when buckets were created: elsewhere ListBuckets tells the
 * date of their last change.
 */
final class PartitionHome {
    private PartitionHome() {}

    static String of(String region) {
        if (region.startsWith("cn-")) {
            return "cn-north-1";
        }
        if (region.startsWith("us-gov-")) {
            return "us-gov-west-1";
        }
        // Partitions of their own, which have no common home that is known here.
        if (region.startsWith("us-iso") || region.startsWith("eusc-")) {
            return region;
        }
        return "us-east-1";
    }
}
