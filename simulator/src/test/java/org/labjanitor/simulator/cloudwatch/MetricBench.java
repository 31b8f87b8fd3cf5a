package org.labjanitor.simulator.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.LabClients;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/** A lab, its metrics and a CloudWatch client, for one test. */
final class MetricBench implements AutoCloseable {
    static final String REGION = "us-east-1";
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    final Lab lab = Lab.builder().now(NOW).start();
    final MetricStore metrics = lab.account(Lab.DEFAULT_ACCOUNT).region(REGION).metrics();
    final CloudWatchClient client =
            LabClients.pointed(
                            CloudWatchClient.builder(),
                            lab,
                            REGION,
                            lab.accessKey(Lab.DEFAULT_ACCOUNT))
                    .build();

    static MetricId cpu(String instanceId) {
        return MetricId.ofInstance("CPUUtilization", instanceId);
    }

    static Instant ago(Duration duration) {
        return NOW.minus(duration);
    }

    static MetricDataQuery query(String id, MetricId metric, int period, String stat) {
        List<Dimension> dimensions =
                metric.dimensions().entrySet().stream()
                        .map(d -> Dimension.builder().name(d.getKey()).value(d.getValue()).build())
                        .toList();
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stated ->
                        stated.period(period)
                                .stat(stat)
                                .metric(named ->
                                        named.namespace(metric.namespace())
                                                .metricName(metric.name())
                                                .dimensions(dimensions)))
                .build();
    }

    static GetMetricDataRequest.Builder since(Instant start, MetricDataQuery... queries) {
        return GetMetricDataRequest.builder()
                .startTime(start)
                .endTime(NOW)
                .metricDataQueries(queries);
    }

    /** Queries m0, m1, ... for the CPU of as many instances. */
    static MetricDataQuery[] hourlyCpu(int instances) {
        return IntStream.range(0, instances)
                .mapToObj(i -> query("m" + i, cpu("i-" + i), 3600, "Average"))
                .toArray(MetricDataQuery[]::new);
    }

    MetricDataResult only(Instant start, MetricDataQuery query) {
        return client.getMetricData(since(start, query).build()).metricDataResults().getFirst();
    }

    @Override
    public void close() {
        client.close();
        lab.close();
    }
}
