package org.labjanitor.instances.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.metric.MetricAnswer;
import org.labjanitor.core.metric.MetricAnswer.Complete;
import org.labjanitor.core.metric.MetricAnswer.Unavailable;
import org.labjanitor.core.metric.MetricQuery;
import org.labjanitor.core.metric.MetricSeries;
import org.labjanitor.runtime.aws.AwsFailure;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/**
 * Reads series through GetMetricData. A page is not the answer: pages are followed to the end and
 * merged, and a series counts only when CloudWatch called it complete.
 */
public final class MetricReader {
    private static final String DIMENSION = "InstanceId";

    private final CloudWatchClient cloudWatch;
    private final String region;

    public MetricReader(CloudWatchClient cloudWatch, String region) {
        this.cloudWatch = cloudWatch;
        this.region = region;
    }

    /** One answer per query of the batch, in the batch's order; what fails is unavailable. */
    List<MetricAnswer> read(MetricBatch batch) {
        List<MetricAnswer> answers = readOnce(batch);
        MetricBatch again = batch.only(index -> failedInside(answers.get(index)));
        if (again.queries().isEmpty()) {
            return answers;
        }
        return merged(batch, answers, readOnce(again));
    }

    /** InternalError on a single series is CloudWatch's wish to be asked again. */
    private static boolean failedInside(MetricAnswer answer) {
        return answer instanceof Unavailable(var _, String why)
                && why.contains(StatusCode.INTERNAL_ERROR.toString());
    }

    private static List<MetricAnswer> merged(
            MetricBatch batch, List<MetricAnswer> first, List<MetricAnswer> second) {
        List<MetricAnswer> merged = new ArrayList<>();
        int next = 0;
        for (int index = 0; index < batch.queries().size(); index++) {
            merged.add(failedInside(first.get(index)) ? second.get(next++) : first.get(index));
        }
        return merged;
    }

    private List<MetricAnswer> readOnce(MetricBatch batch) {
        Pages pages = new Pages(batch);
        try {
            GetMetricDataRequest request = request(batch);
            GetMetricDataResponse page = cloudWatch.getMetricData(request);
            pages.add(page);
            while (page.nextToken() != null) {
                String token = page.nextToken();
                page = cloudWatch.getMetricData(request.toBuilder().nextToken(token).build());
                pages.add(page);
            }
            return pages.answers();
        } catch (SdkException e) {
            String why = AwsFailure.of("cloudwatch:GetMetricData in " + region, e).message();
            return batch.queries().stream()
                    .map(query -> (MetricAnswer) new Unavailable(query.query(), why))
                    .toList();
        }
    }

    private static GetMetricDataRequest request(MetricBatch batch) {
        List<MetricDataQuery> queries = new ArrayList<>();
        for (int index = 0; index < batch.queries().size(); index++) {
            queries.add(dataQuery(id(index), batch.queries().get(index)));
        }
        return GetMetricDataRequest.builder()
                .metricDataQueries(queries)
                .startTime(batch.from())
                .endTime(batch.to())
                .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                .build();
    }

    private static MetricDataQuery dataQuery(String id, InstanceQuery instanceQuery) {
        MetricQuery query = instanceQuery.query();
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat ->
                        stat.metric(metric ->
                                        metric.namespace(query.metric().namespace())
                                                .metricName(query.metric().awsName())
                                                .dimensions(dimension(instanceQuery.instanceId())))
                                .stat(query.statistic().awsName())
                                .period(Math.toIntExact(query.period().toSeconds())))
                .build();
    }

    private static Dimension dimension(String instanceId) {
        return Dimension.builder().name(DIMENSION).value(instanceId).build();
    }

    private static String id(int index) {
        return "q" + index;
    }

    /** What the pages of one batch add up to. */
    private static final class Pages {
        private final MetricBatch batch;
        private final Map<String, Integer> indexById = new HashMap<>();
        private final List<MetricSeries.Builder> series = new ArrayList<>();
        private final @Nullable StatusCode[] statuses;

        Pages(MetricBatch batch) {
            this.batch = batch;
            this.statuses = new StatusCode[batch.queries().size()];
            for (int index = 0; index < batch.queries().size(); index++) {
                indexById.put(id(index), index);
                series.add(MetricSeries.builder(batch.queries().get(index).query()));
            }
        }

        void add(GetMetricDataResponse page) {
            for (MetricDataResult result : page.metricDataResults()) {
                Integer index = indexById.get(result.id());
                if (index != null) {
                    statuses[index] = result.statusCode();
                    put(series.get(index), result);
                }
            }
        }

        private static void put(MetricSeries.Builder builder, MetricDataResult result) {
            int points = Math.min(result.timestamps().size(), result.values().size());
            for (int point = 0; point < points; point++) {
                builder.put(result.timestamps().get(point), result.values().get(point));
            }
        }

        List<MetricAnswer> answers() {
            List<MetricAnswer> answers = new ArrayList<>();
            for (int index = 0; index < statuses.length; index++) {
                answers.add(answer(index));
            }
            return answers;
        }

        private MetricAnswer answer(int index) {
            StatusCode status = statuses[index];
            if (status == StatusCode.COMPLETE) {
                return new Complete(series.get(index).build());
            }
            MetricQuery query = batch.queries().get(index).query();
            String said =
                    status == null
                            ? "left it out of its answer"
                            : "answered with the status " + status;
            return new Unavailable(
                    query, "CloudWatch was asked for " + query.metric().awsName() + " and " + said);
        }
    }
}
