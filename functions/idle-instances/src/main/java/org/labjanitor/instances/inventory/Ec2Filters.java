package org.labjanitor.instances.inventory;

import java.util.List;
import software.amazon.awssdk.services.ec2.model.Filter;

/** EC2's filters, which take 200 values each. */
public final class Ec2Filters {
    private static final int MOST_VALUES = 200;

    private Ec2Filters() {}

    /** A filter for one of a few values. */
    public static Filter anyOf(String name, List<String> values) {
        return Filter.builder().name(name).values(values).build();
    }

    /**
     * Filters for one of any number of values, one for each request that it takes; none for none.
     */
    public static List<Filter> perRequest(String name, List<String> values) {
        return Chunks.of(values, MOST_VALUES).stream().map(chunk -> anyOf(name, chunk)).toList();
    }
}
