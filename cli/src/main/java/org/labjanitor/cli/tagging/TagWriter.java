package org.labjanitor.cli.tagging;

import java.util.Map;
import java.util.Optional;

/** Writes tags on pieces of a lab, and looks whether they are there. */
public final class TagWriter {
    private final InstanceTags instances;
    private final BucketTagSet buckets;

    public TagWriter(InstanceTags instances, BucketTagSet buckets) {
        this.instances = instances;
        this.buckets = buckets;
    }

    /**
     * Sets these tags and leaves all others as they are.
     *
     * @return empty where they were seen afterwards, or else why not, in a sentence
     */
    public Optional<String> write(Piece piece, Map<String, String> tags) {
        return switch (piece.kind()) {
            case INSTANCE -> instances.write(piece, tags);
            case BUCKET -> buckets.write(piece, tags);
        };
    }
}
