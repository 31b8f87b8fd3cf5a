package org.labjanitor.simulator.cloudwatch;

import java.util.List;
import org.labjanitor.simulator.service.AwsService;
import org.labjanitor.simulator.service.ErrorDialect;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.service.PerPlace;
import org.labjanitor.simulator.service.Place;
import org.labjanitor.simulator.wire.AwsJsonProtocol;
import org.labjanitor.simulator.wire.RpcV2CborProtocol;
import org.labjanitor.simulator.wire.WireProtocol;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;

/**
 * CloudWatch as far as metrics are put and read. It speaks CBOR, as the Java SDK does, and AWS JSON
 * 1.0, as boto3 and the AWS CLI do; nobody who is expected here speaks the old Query protocol.
 */
public final class CloudWatchService implements AwsService {
    private static final String NAME = "GraniteServiceVersion20100801";

    private final PerPlace<MetricStore> stores = new PerPlace<>(place -> new MetricStore());

    /** The metrics of an account in a Region. */
    public MetricStore metrics(Place place) {
        return stores.at(place);
    }

    @Override
    public String signingName() {
        return "monitoring";
    }

    @Override
    public String iamPrefix() {
        return "cloudwatch";
    }

    @Override
    public ErrorDialect errors() {
        return ErrorDialect.QUERY;
    }

    @Override
    public List<WireProtocol> protocols() {
        return List.of(
                new RpcV2CborProtocol(NAME, MetricErrors.NAMES),
                new AwsJsonProtocol("1.0", NAME, MetricErrors.NAMES));
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(
                new Operation<>(
                        "GetMetricData",
                        GetMetricDataRequest::builder,
                        new GetMetricData(stores)::answer),
                new Operation<>(
                        "PutMetricData",
                        PutMetricDataRequest::builder,
                        new PutMetricData(stores)::answer));
    }
}
