package org.labjanitor.instances.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.labjanitor.core.login.Login;
import org.labjanitor.core.login.LoginSource;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.DescribeSessionsRequest;
import software.amazon.awssdk.services.ssm.model.Session;
import software.amazon.awssdk.services.ssm.model.SessionFilter;
import software.amazon.awssdk.services.ssm.model.SessionFilterKey;
import software.amazon.awssdk.services.ssm.model.SessionState;

/** Session Manager's sessions: one sweep serves every instance of the Region. */
final class SessionReader implements LoginReader {
    private static final int PAGE = 200;

    /**
     * The longest that a session can be set to last; one that began before may still have been on.
     */
    private static final Duration LONGEST_SESSION = Duration.ofDays(1);

    private final Supplier<SsmClient> ssm;

    SessionReader(Supplier<SsmClient> ssm) {
        this.ssm = ssm;
    }

    @Override
    public List<LoginSource> sources() {
        return List.of(LoginSource.SESSION_MANAGER);
    }

    @Override
    public String call() {
        return "ssm:DescribeSessions";
    }

    @Override
    public Map<String, List<Login>> read(Instant since) {
        Map<String, List<Login>> logins = new HashMap<>();
        collect(DescribeSessionsRequest.builder().state(SessionState.ACTIVE), logins);
        SessionFilter after =
                SessionFilter.builder()
                        .key(SessionFilterKey.INVOKED_AFTER)
                        .value(
                                since.minus(LONGEST_SESSION)
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString())
                        .build();
        collect(
                DescribeSessionsRequest.builder().state(SessionState.HISTORY).filters(after),
                logins);
        return logins;
    }

    private void collect(DescribeSessionsRequest.Builder request, Map<String, List<Login>> logins) {
        ssm.get().describeSessionsPaginator(request.maxResults(PAGE).build()).sessions().stream()
                .filter(session -> session.target() != null && session.startDate() != null)
                .forEach(session ->
                        logins.computeIfAbsent(session.target(), _ -> new ArrayList<>())
                                .add(login(session)));
    }

    private static Login login(Session session) {
        Instant end = session.endDate();
        boolean backwards = end != null && end.isBefore(session.startDate());
        return new Login(
                LoginSource.SESSION_MANAGER,
                session.owner() == null ? "somebody" : session.owner(),
                session.startDate(),
                backwards ? session.startDate() : end);
    }
}
