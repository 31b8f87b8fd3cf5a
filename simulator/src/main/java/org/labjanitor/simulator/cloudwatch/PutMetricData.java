package org.labjanitor.simulator.cloudwatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.PerPlace;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataResponse;

/** PutMetricData: all or nothing. */
final class PutMetricData {
    private static final int MOST_DATA = 1000;

    private final PerPlace<MetricStore> stores;

    PutMetricData(PerPlace<MetricStore> stores) {
        this.stores = stores;
    }

    PutMetricDataResponse answer(CallContext context, PutMetricDataRequest request) {
        String namespace = checkedNamespace(request);
        List<Publication> publications = publications(request, namespace, context.now());
        MetricStore store = stores.at(context.place());
        publications.forEach(publication -> publication.enter(store));
        return PutMetricDataResponse.builder().build();
    }

    private static String checkedNamespace(PutMetricDataRequest request) {
        String namespace = request.namespace();
        if (namespace == null) {
            throw MetricErrors.missing("Namespace");
        }
        // AWS keeps namespaces that begin with AWS/ for itself. Nothing in the lab publishes about
        // its
        // machines, so clients may play that part here.
        if (namespace.startsWith(":") || namespace.isBlank()) {
            throw MetricErrors.invalidValue(
                    "The value " + namespace + " for parameter Namespace is invalid.");
        }
        return namespace;
    }

    private static List<Publication> publications(
            PutMetricDataRequest request, String namespace, Instant now) {
        if (request.hasEntityMetricData() || request.strictEntityValidation() != null) {
            throw AwsError.notSimulated("EntityMetricData");
        }
        List<MetricDatum> data = request.metricData();
        if (data.isEmpty()) {
            throw MetricErrors.missing("MetricData");
        }
        if (data.size() > MOST_DATA) {
            throw MetricErrors.validation(
                    "The collection MetricData must not have a size greater than "
                            + MOST_DATA
                            + ".");
        }
        List<Publication> publications = new ArrayList<>();
        for (MetricDatum datum : data) {
            publications.add(
                    new DatumReader("MetricData.member." + (publications.size() + 1), now)
                            .read(namespace, datum));
        }
        return publications;
    }
}
