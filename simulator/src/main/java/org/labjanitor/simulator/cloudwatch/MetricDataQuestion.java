package org.labjanitor.simulator.cloudwatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/**
 * A GetMetricData request that was found good.
 *
 * @param fingerprint stands for everything that must not change from page to page
 */
record MetricDataQuestion(
        List<MetricQuery> queries,
        Instant start,
        Instant end,
        boolean newestFirst,
        int pageSize,
        int fingerprint) {
    private static final int MOST_QUERIES = 500;
    private static final int MOST_POINTS = 100_800;

    static MetricDataQuestion of(GetMetricDataRequest request, CallContext context) {
        refuseWhatTheLabLacks(request);
        checkTimes(request);
        return new MetricDataQuestion(
                queries(request, context.accountId()),
                request.startTime(),
                request.endTime(),
                newestFirst(request),
                pageSize(request),
                request.toBuilder().nextToken(null).maxDatapoints(null).build().hashCode());
    }

    private static void refuseWhatTheLabLacks(GetMetricDataRequest request) {
        if (request.labelOptions() != null) {
            throw AwsError.notSimulated("LabelOptions");
        }
    }

    private static void checkTimes(GetMetricDataRequest request) {
        if (request.startTime() == null) {
            throw MetricErrors.missing("StartTime");
        }
        if (request.endTime() == null) {
            throw MetricErrors.missing("EndTime");
        }
        if (request.startTime().equals(request.endTime())) {
            throw MetricErrors.validation(
                    "The parameter StartTime must not equal parameter EndTime.");
        }
        if (request.startTime().isAfter(request.endTime())) {
            throw MetricErrors.validation(
                    "The parameter StartTime must be less than the parameter EndTime.");
        }
    }

    private static List<MetricQuery> queries(GetMetricDataRequest request, String accountId) {
        List<MetricDataQuery> asked = request.metricDataQueries();
        if (asked.isEmpty()) {
            throw MetricErrors.missing("MetricDataQueries");
        }
        if (asked.size() > MOST_QUERIES) {
            throw MetricErrors.validation(
                    "The collection MetricDataQueries must not have a size greater than "
                            + MOST_QUERIES
                            + ".");
        }
        List<MetricQuery> queries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (MetricDataQuery query : asked) {
            MetricQuery checked = MetricQuery.of(query, queries.size() + 1, accountId);
            if (!ids.add(checked.id())) {
                throw MetricErrors.validation(
                        "The values for parameter id in MetricDataQueries are not unique.");
            }
            queries.add(checked);
        }
        return queries;
    }

    private static boolean newestFirst(GetMetricDataRequest request) {
        if (request.scanByAsString() == null) {
            return true;
        }
        return switch (request.scanBy()) {
            case TIMESTAMP_DESCENDING -> true;
            case TIMESTAMP_ASCENDING -> false;
            case UNKNOWN_TO_SDK_VERSION ->
                    throw MetricErrors.validation(
                            "The value %s for parameter ScanBy is not one of %s."
                                    .formatted(request.scanByAsString(), ScanBy.knownValues()));
        };
    }

    private static int pageSize(GetMetricDataRequest request) {
        Integer asked = request.maxDatapoints();
        if (asked == null) {
            return MOST_POINTS;
        }
        if (asked < 1 || asked > MOST_POINTS) {
            throw MetricErrors.validation(
                    "The value %s for parameter MaxDatapoints is not between 1 and %s."
                            .formatted(asked, MOST_POINTS));
        }
        return asked;
    }
}
