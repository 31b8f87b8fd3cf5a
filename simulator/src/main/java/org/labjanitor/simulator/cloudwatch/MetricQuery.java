package org.labjanitor.simulator.cloudwatch;

import java.util.regex.Pattern;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/** One query of GetMetricData that was found good: one statistic of one metric. */
record MetricQuery(String id, String label, MetricId metric, int period, Statistic statistic) {
    private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9_]*");

    /**
     * @param number position in the request, from 1
     */
    static MetricQuery of(MetricDataQuery query, int number, String accountId) {
        String path = "MetricDataQueries.member." + number;
        String id = checkedId(query.id(), path);
        refuseWhatTheLabLacks(query, accountId);
        MetricStat stat = query.metricStat();
        if (stat == null) {
            throw MetricErrors.validation(
                    "Either MetricStat or Expression must be given in " + path);
        }
        Metric metric = checkedMetric(stat, path + ".MetricStat");
        MetricId metricId =
                MetricId.of(metric.namespace(), metric.metricName(), metric.dimensions());
        return new MetricQuery(
                id,
                query.label() == null ? metric.metricName() : query.label(),
                metricId,
                checkedPeriod(stat.period()),
                Statistic.named(stat.stat()));
    }

    private static String checkedId(String id, String path) {
        if (id == null) {
            throw MetricErrors.missing(path + ".Id");
        }
        if (!ID.matcher(id).matches() || id.length() > 255) {
            throw MetricErrors.validation(
                    "The value %s for parameter %s.Id is not matching the expected pattern ^%s$."
                            .formatted(id, path, ID));
        }
        return id;
    }

    private static void refuseWhatTheLabLacks(MetricDataQuery query, String accountId) {
        if (query.expression() != null) {
            throw AwsError.notSimulated(
                    "expressions (metric math, SEARCH, SQL): " + query.expression());
        }
        if (query.accountId() != null && !query.accountId().equals(accountId)) {
            throw AwsError.notSimulated("metrics of another account: " + query.accountId());
        }
        if (query.period() != null) {
            throw AwsError.notSimulated("MetricDataQuery.Period, which is for expressions");
        }
        if (Boolean.FALSE.equals(query.returnData())) {
            throw AwsError.notSimulated("ReturnData=false, which is for expressions");
        }
        if (query.label() != null && query.label().contains("${")) {
            throw AwsError.notSimulated("dynamic labels: " + query.label());
        }
        if (query.metricStat() != null && query.metricStat().unit() != null) {
            throw AwsError.notSimulated("MetricStat.Unit: " + query.metricStat().unitAsString());
        }
    }

    private static Metric checkedMetric(MetricStat stat, String path) {
        Metric metric = stat.metric();
        if (metric == null || metric.namespace() == null || metric.metricName() == null) {
            throw MetricErrors.missing(path + ".Metric");
        }
        if (stat.period() == null) {
            throw MetricErrors.missing(path + ".Period");
        }
        if (stat.stat() == null) {
            throw MetricErrors.missing(path + ".Stat");
        }
        return metric;
    }

    /** "Can be 1, 5, 10, 20, 30, 60, or any multiple of 60" (API reference, MetricStat). */
    private static int checkedPeriod(int period) {
        boolean subMinute =
                switch (period) {
                    case 1, 5, 10, 20, 30 -> true;
                    default -> false;
                };
        if (!subMinute && (period < 60 || period % 60 != 0)) {
            throw MetricErrors.validation(
                    "The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60, not "
                            + period
                            + ".");
        }
        return period;
    }
}
