package org.labjanitor.simulator.cloudwatch;

import java.time.Instant;
import java.util.List;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.Continuation;
import org.labjanitor.simulator.service.PerPlace;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;

/**
 * GetMetricData, page by page. All pages of one answer see the same time, the one at which the
 * first was asked for, so that a clock that is turned meanwhile does not shift them.
 */
final class GetMetricData {
    private final PerPlace<MetricStore> stores;

    GetMetricData(PerPlace<MetricStore> stores) {
        this.stores = stores;
    }

    GetMetricDataResponse answer(CallContext context, GetMetricDataRequest request) {
        MetricDataQuestion question = MetricDataQuestion.of(request, context);
        List<Long> position = position(request, question, context.now());
        MetricReader reader =
                new MetricReader(
                        stores.at(context.place()),
                        question.start(),
                        question.end(),
                        Instant.ofEpochMilli(position.getFirst()));
        MetricDataPage page =
                new MetricDataPage(
                        question, reader, position.get(1).intValue(), position.get(2).intValue());
        page.fill();
        return context.partialAnswer() ? page.lame() : page.answer(position.getFirst());
    }

    /** Time of the first page, query to go on with, points of it that were given already. */
    private static List<Long> position(
            GetMetricDataRequest request, MetricDataQuestion question, Instant now) {
        if (request.nextToken() == null) {
            return List.of(now.toEpochMilli(), 0L, 0L);
        }
        return Continuation.read(request.nextToken(), question.fingerprint(), 3)
                .orElseThrow(MetricErrors::invalidNextToken)
                .position();
    }
}
