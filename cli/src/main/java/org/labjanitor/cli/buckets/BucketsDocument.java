package org.labjanitor.cli.buckets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.cli.request.SweepDocument;
import org.labjanitor.runtime.settings.Mode;

/** A request document for the buckets function. */
public final class BucketsDocument extends SweepDocument<BucketsDocument> {
    private BucketsDocument(Map<String, Object> fields) {
        super(fields);
    }

    public static BucketsDocument of(Mode mode) {
        return new BucketsDocument(Map.of()).mode(mode);
    }

    /** How long a bucket lives that has no end of its own, such as {@code 30d}. */
    public BucketsDocument lifetime(@Nullable String lifetime) {
        return withText("lifetime", lifetime);
    }

    /** What becomes of an empty bucket: {@code keep} or {@code delete}. */
    public BucketsDocument after(@Nullable String after) {
        return withText("after", after);
    }

    /** How many buckets, and how large a share of them. */
    public BucketsDocument budget(@Nullable String count, @Nullable String percent) {
        Map<String, @Nullable String> limits = new LinkedHashMap<>();
        limits.put("count", count);
        limits.put("percent", percent);
        return budget(limits);
    }

    /** How much of what is in them. */
    public BucketsDocument contentsBudget(@Nullable String keys, @Nullable String gigabytes) {
        Map<String, @Nullable String> limits = new LinkedHashMap<>();
        limits.put("keys", keys);
        limits.put("gigabytes", gigabytes);
        return budget(limits);
    }

    public BucketsDocument delete(List<String> names, @Nullable String reason) {
        return named("delete", names, reason);
    }

    @Override
    public BucketsDocument confirmed(List<String> names, int most) {
        return only(names).budget(Integer.toString(most), "100");
    }

    @Override
    protected BucketsDocument with(Map<String, Object> fields) {
        return new BucketsDocument(fields);
    }
}
