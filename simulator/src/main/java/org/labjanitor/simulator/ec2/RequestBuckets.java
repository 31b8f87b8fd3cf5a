package org.labjanitor.simulator.ec2;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.labjanitor.simulator.service.ErrorDialect;

/**
 * EC2's token buckets of one account and Region, as documented under "Request throttling for the
 * Amazon EC2 API".
 */
final class RequestBuckets {
    private static final Set<String> COSTLY_WHEN_BARE =
            Set.of(
                    "DescribeInstances",
                    "DescribeInstanceStatus",
                    "DescribeNetworkInterfaces",
                    "DescribeSecurityGroups",
                    "DescribeSnapshots",
                    "DescribeSpotInstanceRequests",
                    "DescribeVolumes");

    private record Size(int capacity, int refillPerSecond) {}

    private final Map<String, Bucket> buckets = new HashMap<>();

    void take(CallCost cost, Instant now) {
        boolean bare = cost.costlyListing() && COSTLY_WHEN_BARE.contains(cost.operation());
        String name = bare ? cost.operation() + " unfiltered" : cost.operation();
        Size size = bare ? new Size(50, 10) : requests(cost.operation());
        take(name, size, 1, now);
        if (cost.instances() > 0) {
            take(cost.operation() + " instances", new Size(1000, 20), cost.instances(), now);
        }
    }

    private static Size requests(String operation) {
        return switch (operation) {
            case "TerminateInstances" -> new Size(100, 5);
            case "RunInstances", "StartInstances" -> new Size(5, 2);
            case "CreateTags", "DeleteTags" -> new Size(100, 10);
            default -> operation.startsWith("Describe") ? new Size(100, 20) : new Size(50, 5);
        };
    }

    private void take(String name, Size size, int tokens, Instant now) {
        Bucket bucket = buckets.computeIfAbsent(name, key -> new Bucket(size, now));
        if (!bucket.take(tokens, now)) {
            throw ErrorDialect.EC2.throttled();
        }
    }

    /** Tokens that refill with time, up to the bucket's brim. */
    private static final class Bucket {
        private final Size size;
        private double tokens;
        private Instant filledAt;

        Bucket(Size size, Instant now) {
            this.size = size;
            this.tokens = size.capacity();
            this.filledAt = now;
        }

        boolean take(int wanted, Instant now) {
            double seconds = Duration.between(filledAt, now).toMillis() / 1000.0;
            tokens = Math.min(size.capacity(), tokens + seconds * size.refillPerSecond());
            filledAt = now;
            if (tokens < wanted) {
                return false;
            }
            tokens -= wanted;
            return true;
        }
    }
}
