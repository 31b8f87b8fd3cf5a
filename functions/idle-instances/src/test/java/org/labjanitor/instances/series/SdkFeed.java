package org.labjanitor.instances.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

/** Publishes through the Java SDK. */
final class SdkFeed implements MetricFeed {
    private static final int DATUMS = 1000;

    private final CloudWatchClient cloudWatch;

    SdkFeed(CloudWatchClient cloudWatch) {
        this.cloudWatch = cloudWatch;
    }

    @Override
    public void publish(String instanceId, RealSeries series, int from, int to, Instant now) {
        List<MetricDatum> data = new ArrayList<>();
        for (int slot = from; slot < to; slot++) {
            Instant time = series.slotStart(slot);
            data.add(datum(instanceId, "CPUUtilization", time, series.values()[slot]));
            data.add(datum(instanceId, "NetworkIn", time, 700));
            data.add(datum(instanceId, "NetworkOut", time, 500));
        }
        for (int start = 0; start < data.size(); start += DATUMS) {
            List<MetricDatum> part = data.subList(start, Math.min(data.size(), start + DATUMS));
            cloudWatch.putMetricData(request -> request.namespace("AWS/EC2").metricData(part));
        }
    }

    private static MetricDatum datum(String instanceId, String metric, Instant time, double value) {
        return MetricDatum.builder()
                .metricName(metric)
                .dimensions(Dimension.builder().name("InstanceId").value(instanceId).build())
                .timestamp(time)
                .value(value)
                .unit(metric.startsWith("CPU") ? StandardUnit.PERCENT : StandardUnit.BYTES)
                .build();
    }
}
