package org.labjanitor.core.launch;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.labjanitor.core.bucket.BucketName;

/** Holds a plan against what a lab may be, without asking anybody. */
final class PlanCheck {
    private final LaunchLimits limits;
    private final PriceList prices;

    PlanCheck(LaunchLimits limits, PriceList prices) {
        this.limits = limits;
        this.prices = prices;
    }

    /** Everything that is wrong with it. */
    List<String> faults(LabPlan plan) {
        List<String> faults = new ArrayList<>();
        checkTypes(plan, faults);
        checkCount(plan, faults);
        checkDollars(plan, faults);
        checkBuckets(plan, faults);
        checkFiles(plan, faults);
        return faults;
    }

    private void checkTypes(LabPlan plan, List<String> faults) {
        for (String type : types(plan)) {
            if (!limits.allows(type)) {
                faults.add(
                        "instance type %s is not allowed; allowed are %s (JANITOR_LAUNCH_TYPES)"
                                .formatted(type, String.join(", ", limits.types())));
            }
            if (prices.aMonth(type).isEmpty()) {
                faults.add(
                        "the price of instance type %s is not known, so that the limit of $%s a month cannot be held"
                                .formatted(type, limits.dollarsAMonth().toPlainString()));
            }
        }
    }

    private static List<String> types(LabPlan plan) {
        return plan.order().instances().stream().map(InstanceOrder::type).distinct().toList();
    }

    private void checkCount(LabPlan plan, List<String> faults) {
        int count = plan.instances().stream().mapToInt(piece -> piece.order().count().most()).sum();
        if (count > limits.instances()) {
            faults.add(
                    "the lab has %d instances, but at most %d are allowed (JANITOR_LAUNCH_COUNT)"
                            .formatted(count, limits.instances()));
        }
    }

    private void checkDollars(LabPlan plan, List<String> faults) {
        if (plan.estimate().aMonth().compareTo(limits.dollarsAMonth()) > 0) {
            faults.add(
                    String.format(
                            Locale.ROOT,
                            "the lab's instances would cost $%,.2f a month, but at most $%,.2f are allowed (JANITOR_LAUNCH_DOLLARS)",
                            plan.estimate().aMonth(),
                            limits.dollarsAMonth()));
        }
    }

    private void checkBuckets(LabPlan plan, List<String> faults) {
        Set<String> names = new HashSet<>();
        for (BucketPiece bucket : plan.buckets()) {
            if (!names.add(bucket.name())) {
                faults.add(
                        "two of the lab's buckets would be called %s; put {student} into the names of the students' buckets"
                                .formatted(bucket.name()));
            }
            BucketName.refusal(bucket.name()).map("bucket "::concat).ifPresent(faults::add);
            if (!bucket.name().startsWith(limits.bucketPrefix())) {
                faults.add(
                        "bucket %s: the name must begin with %s (JANITOR_BUCKET_PREFIX), or the janitor could not remove it later"
                                .formatted(bucket.name(), limits.bucketPrefix()));
            }
        }
    }

    private static void checkFiles(LabPlan plan, List<String> faults) {
        Set<String> buckets = plan.buckets().stream().map(BucketPiece::name).collect(toSet());
        for (FilePiece file : plan.files()) {
            if (!buckets.contains(file.bucket())) {
                faults.add(
                        "files go to %s, but the lab has no bucket %s"
                                .formatted(file.target(), file.bucket()));
            }
        }
    }
}
