package org.labjanitor.simulator.cloudwatch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.service.Continuation;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MessageData;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/**
 * One page of GetMetricData. Queries are answered in their order; the one at which the page is full
 * says PartialData and goes on on the next page, and those behind it are not on the page at all.
 * (AWS documents the statuses and the token, not the order; a client has to merge by Id.)
 */
final class MetricDataPage {
    private final MetricDataQuestion question;
    private final MetricReader reader;
    private final List<MetricDataResult> results = new ArrayList<>();
    private int room;
    private int query;
    private int offset;

    MetricDataPage(MetricDataQuestion question, MetricReader reader, int query, int offset) {
        this.question = question;
        this.reader = reader;
        this.room = question.pageSize();
        this.query = query;
        this.offset = offset;
    }

    void fill() {
        while (room > 0 && query < question.queries().size()) {
            MetricQuery next = question.queries().get(query);
            reader.faultOf(next)
                    .ifPresentOrElse(fault -> addFailed(next, fault), () -> addPoints(next));
        }
    }

    private void addPoints(MetricQuery next) {
        DataPoints points = reader.read(next);
        int taken = Math.min(room, points.size() - offset);
        boolean complete = offset + taken == points.size();
        results.add(
                result(
                        next,
                        complete ? StatusCode.COMPLETE : StatusCode.PARTIAL_DATA,
                        points.slice(question.newestFirst(), offset, taken)));
        room -= taken;
        if (complete) {
            nextQuery();
        } else {
            offset += taken;
        }
    }

    private void addFailed(MetricQuery next, SeriesFault fault) {
        switch (fault) {
            case FORBIDDEN -> results.add(failed(next, StatusCode.FORBIDDEN));
            case INTERNAL_ERROR -> results.add(failed(next, StatusCode.INTERNAL_ERROR));
            case PARTIAL -> results.add(halved(next));
            case MISSING -> {}
        }
        nextQuery();
    }

    private void nextQuery() {
        query++;
        offset = 0;
    }

    private static MetricDataResult failed(MetricQuery query, StatusCode status) {
        return result(query, status, new DataPoints.Slice(List.of(), List.of())).toBuilder()
                .messages(
                        MessageData.builder()
                                .code(status.toString())
                                .value("The lab was told to fail for this metric")
                                .build())
                .build();
    }

    private MetricDataResult halved(MetricQuery query) {
        DataPoints points = reader.read(query);
        return result(
                query,
                StatusCode.PARTIAL_DATA,
                points.slice(question.newestFirst(), 0, points.size() / 2));
    }

    private static MetricDataResult result(
            MetricQuery query, StatusCode status, DataPoints.Slice slice) {
        return MetricDataResult.builder()
                .id(query.id())
                .label(query.label())
                .timestamps(slice.timestamps())
                .values(slice.values())
                .statusCode(status)
                .build();
    }

    /**
     * @param askedAt epoch millisecond at which the first page was asked for
     */
    GetMetricDataResponse answer(long askedAt) {
        return response(results, token(askedAt));
    }

    private @Nullable String token(long askedAt) {
        if (query == question.queries().size()) {
            return null;
        }
        return new Continuation(
                        question.fingerprint(), List.of(askedAt, (long) query, (long) offset))
                .token();
    }

    /** The page as a fault spoils it: half of every series, the last Id gone, and no token. */
    GetMetricDataResponse lame() {
        int kept = results.size() > 1 ? results.size() - 1 : results.size();
        return response(results.subList(0, kept).stream().map(MetricDataPage::half).toList(), null);
    }

    private static MetricDataResult half(MetricDataResult whole) {
        int half = whole.values().size() / 2;
        return whole.toBuilder()
                .timestamps(whole.timestamps().subList(0, half))
                .values(whole.values().subList(0, half))
                .statusCode(StatusCode.PARTIAL_DATA)
                .build();
    }

    private static GetMetricDataResponse response(
            List<MetricDataResult> results, @Nullable String token) {
        return GetMetricDataResponse.builder()
                .metricDataResults(results)
                .messages(List.<MessageData>of())
                .nextToken(token)
                .build();
    }
}
