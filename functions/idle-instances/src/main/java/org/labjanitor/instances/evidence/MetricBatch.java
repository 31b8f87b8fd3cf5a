package org.labjanitor.instances.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Queries of one period that travel in one GetMetricData call. A call has one time range for all
 * its queries, so its answer holds the points of the widest one for each; and it counts periods
 * from the start of that range, which therefore has to suit them all.
 */
record MetricBatch(List<InstanceQuery> queries) {
    /** Queries that one GetMetricData call may hold. */
    static final int QUERIES = 500;

    /** Data points that one page of an answer may hold. */
    static final int POINTS = 100_800;

    MetricBatch {
        queries = List.copyOf(queries);
    }

    /** The queries in as few calls as fit into one page each. */
    static List<MetricBatch> pack(List<InstanceQuery> queries) {
        List<InstanceQuery> ordered =
                queries.stream()
                        .sorted(
                                Comparator.comparing(
                                                (InstanceQuery query) -> query.query().period())
                                        .thenComparing(query -> query.query().from())
                                        .thenComparing(query -> query.query().to()))
                        .toList();
        List<MetricBatch> batches = new ArrayList<>();
        Packing packing = new Packing();
        for (InstanceQuery query : ordered) {
            if (!packing.takes(query)) {
                batches.add(packing.batch());
                packing = new Packing();
            }
            packing.add(query);
        }
        if (!packing.queries.isEmpty()) {
            batches.add(packing.batch());
        }
        return batches;
    }

    Instant from() {
        return queries.stream()
                .map(query -> query.query().from())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    Instant to() {
        return queries.stream()
                .map(query -> query.query().to())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    MetricBatch only(IntPredicate indices) {
        return new MetricBatch(
                IntStream.range(0, queries.size()).filter(indices).mapToObj(queries::get).toList());
    }

    /** A batch that is being filled. */
    private static final class Packing {
        private final List<InstanceQuery> queries = new ArrayList<>();
        private Instant from = Instant.MAX;
        private Instant to = Instant.MIN;
        private Duration period = Duration.ZERO;

        boolean takes(InstanceQuery query) {
            if (queries.isEmpty()) {
                return true;
            }
            if (queries.size() == QUERIES || !period.equals(query.query().period())) {
                return false;
            }
            Duration range =
                    Duration.between(
                            earlier(from, query.query().from()), later(to, query.query().to()));
            long pointsEach = range.plus(period).minusMillis(1).dividedBy(period);
            return pointsEach * (queries.size() + 1) <= POINTS;
        }

        void add(InstanceQuery query) {
            queries.add(query);
            from = earlier(from, query.query().from());
            to = later(to, query.query().to());
            period = query.query().period();
        }

        MetricBatch batch() {
            return new MetricBatch(queries);
        }

        private static Instant earlier(Instant one, Instant other) {
            return one.isBefore(other) ? one : other;
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }
}
