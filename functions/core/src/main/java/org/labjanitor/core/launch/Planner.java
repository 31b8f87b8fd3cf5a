package org.labjanitor.core.launch;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.tag.LabTags;

/** Makes a plan of an order: which pieces it has, what they are called and what they cost. */
public final class Planner {
    private final LabTags tags;
    private final LaunchLimits limits;
    private final PriceList prices;
    private final String account;

    /**
     * A planner for one account.
     *
     * @param tags keys of the lab's tags
     */
    public Planner(LabTags tags, LaunchLimits limits, PriceList prices, String account) {
        this.tags = tags;
        this.limits = limits;
        this.prices = prices;
        this.account = account;
    }

    /** The order's plan with everything that is wrong with it. */
    public Planning plan(LabOrder order, Instant now) {
        List<InstancePiece> instances = new ArrayList<>();
        for (InstanceOrder instance : order.instances()) {
            forEach(
                    order,
                    instance.perStudent(),
                    student -> instances.add(instancePiece(order, instance, student)));
        }
        List<BucketPiece> buckets = new ArrayList<>();
        for (BucketOrder bucket : order.buckets()) {
            forEach(
                    order,
                    bucket.perStudent(),
                    student -> buckets.add(bucketPiece(order, bucket, student)));
        }
        List<FilePiece> files = new ArrayList<>();
        for (FileOrder file : order.files()) {
            forEach(
                    order,
                    file.perStudent(),
                    student -> files.add(filePiece(order, file, student)));
        }
        LabPlan plan =
                new LabPlan(
                        order,
                        instances,
                        buckets,
                        files,
                        Estimate.of(dollarsAMonth(instances), now, order.term().end()));
        return new Planning(plan, new PlanCheck(limits, prices).faults(plan));
    }

    private static void forEach(
            LabOrder order, boolean perStudent, Consumer<@Nullable String> make) {
        if (perStudent) {
            order.roster().forEach(make);
        } else {
            make.accept(null);
        }
    }

    private InstancePiece instancePiece(
            LabOrder order, InstanceOrder instance, @Nullable String student) {
        String key = student == null ? instance.name() : instance.name() + "/" + student;
        Map<String, String> all = tags(order, key, student);
        all.put("Name", order.name() + "-" + key.replace('/', '-'));
        return new InstancePiece(
                key, instance, student, all, order.name() + "\n" + order.term().occasion());
    }

    private BucketPiece bucketPiece(LabOrder order, BucketOrder bucket, @Nullable String student) {
        String name = new NamePattern(bucket.name()).fill(values(order, student));
        return new BucketPiece(
                name, bucket.region(), bucket.versioning(), student, tags(order, name, student));
    }

    private FilePiece filePiece(LabOrder order, FileOrder file, @Nullable String student) {
        Map<String, String> values = values(order, student);
        return new FilePiece(
                file.from(),
                new NamePattern(file.bucket()).fill(values),
                new NamePattern(file.prefix()).fill(values));
    }

    private Map<String, String> tags(LabOrder order, String piece, @Nullable String student) {
        Map<String, String> all = new HashMap<>();
        all.put(tags.labKey(), order.name());
        all.put(tags.expiresKey(), order.term().end().toString());
        all.put(tags.pieceKey(), piece);
        order.owners().of(student).ifPresent(owner -> all.put(tags.ownerKey(), owner));
        return all;
    }

    private Map<String, String> values(LabOrder order, @Nullable String student) {
        Map<String, String> values = new HashMap<>();
        values.put(NamePattern.LAB, order.name());
        values.put(NamePattern.ACCOUNT, account);
        if (student != null) {
            values.put(NamePattern.STUDENT, student);
        }
        return values;
    }

    private BigDecimal dollarsAMonth(List<InstancePiece> pieces) {
        return pieces.stream()
                .map(InstancePiece::order)
                .map(order ->
                        prices.aMonth(order.type())
                                .orElse(BigDecimal.ZERO)
                                .multiply(BigDecimal.valueOf(order.count().most())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
