package org.labjanitor.simulator.ssm;

import java.util.List;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.PerPlace;
import software.amazon.awssdk.services.ssm.model.DescribeSessionsRequest;
import software.amazon.awssdk.services.ssm.model.DescribeSessionsResponse;
import software.amazon.awssdk.services.ssm.model.Session;

/** DescribeSessions, page by page. */
final class DescribeSessions {
    private static final int LARGEST_PAGE = 200;

    /** AWS documents no default; small enough to make clients follow the token. */
    private static final int DEFAULT_PAGE = 50;

    private final PerPlace<SessionHistory> histories;

    DescribeSessions(PerPlace<SessionHistory> histories) {
        this.histories = histories;
    }

    DescribeSessionsResponse answer(CallContext context, DescribeSessionsRequest request) {
        List<Session> found =
                histories.at(context.place()).newestFirst().stream()
                        .filter(new SessionCriteria(context.now()).of(request))
                        .map(session -> session.toAws(context.now()))
                        .toList();
        int fingerprint = request.toBuilder().nextToken(null).maxResults(null).build().hashCode();
        int from = SsmPages.from(request.nextToken(), fingerprint, found.size());
        int size = SsmPages.size(request.maxResults(), 1, LARGEST_PAGE, DEFAULT_PAGE);
        int to = Math.min(from + size, found.size());
        return DescribeSessionsResponse.builder()
                .sessions(found.subList(from, to))
                .nextToken(SsmPages.token(fingerprint, to, found.size()))
                .build();
    }
}
