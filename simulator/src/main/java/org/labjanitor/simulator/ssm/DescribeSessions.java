package org.labjanitor.simulator.ssm;

import java.util.List;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.Continuation;
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
        int from = Math.min(from(request, fingerprint), found.size());
        int to = Math.min(from + pageSize(request), found.size());
        return DescribeSessionsResponse.builder()
                .sessions(found.subList(from, to))
                .nextToken(
                        to < found.size()
                                ? new Continuation(fingerprint, List.of((long) to)).token()
                                : null)
                .build();
    }

    private static int from(DescribeSessionsRequest request, int fingerprint) {
        if (request.nextToken() == null) {
            return 0;
        }
        return Continuation.read(request.nextToken(), fingerprint, 1)
                .orElseThrow(SsmErrors::invalidNextToken)
                .position()
                .getFirst()
                .intValue();
    }

    private static int pageSize(DescribeSessionsRequest request) {
        Integer asked = request.maxResults();
        if (asked == null) {
            return DEFAULT_PAGE;
        }
        if (asked < 1) {
            throw SsmErrors.constraint(
                    asked, "maxResults", "Member must have value greater than or equal to 1");
        }
        if (asked > LARGEST_PAGE) {
            throw SsmErrors.constraint(
                    asked, "maxResults", "Member must have value less than or equal to 200");
        }
        return asked;
    }
}
