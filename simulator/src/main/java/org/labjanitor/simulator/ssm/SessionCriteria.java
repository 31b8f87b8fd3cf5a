package org.labjanitor.simulator.ssm;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Predicate;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.ssm.model.DescribeSessionsRequest;
import software.amazon.awssdk.services.ssm.model.SessionFilter;
import software.amazon.awssdk.services.ssm.model.SessionFilterKey;
import software.amazon.awssdk.services.ssm.model.SessionState;
import software.amazon.awssdk.services.ssm.model.SessionStatus;

/** Which sessions a request asks for (API reference, DescribeSessions and SessionFilter). */
final class SessionCriteria {
    private static final int MOST_FILTERS = 6;

    private final Instant now;

    SessionCriteria(Instant now) {
        this.now = now;
    }

    Predicate<LabSession> of(DescribeSessionsRequest request) {
        Predicate<LabSession> criteria = inState(request);
        for (SessionFilter filter : checkedFilters(request)) {
            criteria = criteria.and(filter(filter));
        }
        return criteria;
    }

    private Predicate<LabSession> inState(DescribeSessionsRequest request) {
        if (request.stateAsString() == null) {
            throw SsmErrors.constraint("null", "state", "Member must not be null");
        }
        return switch (request.state()) {
            case ACTIVE -> session -> session.isActive(now);
            case HISTORY -> session -> session.isHistory(now);
            case UNKNOWN_TO_SDK_VERSION ->
                    throw SsmErrors.constraint(
                            request.stateAsString(),
                            "state",
                            "Member must satisfy enum value set: " + SessionState.knownValues());
        };
    }

    private static List<SessionFilter> checkedFilters(DescribeSessionsRequest request) {
        if (request.hasFilters()
                && (request.filters().isEmpty() || request.filters().size() > MOST_FILTERS)) {
            throw SsmErrors.constraint(
                    request.filters(), "filters", "Member must have length between 1 and 6");
        }
        return request.filters();
    }

    private Predicate<LabSession> filter(SessionFilter filter) {
        if (filter.keyAsString() == null || filter.value() == null) {
            throw SsmErrors.constraint("null", "filters.1.member", "Member must not be null");
        }
        String value = filter.value();
        return switch (filter.key()) {
            // "Sessions that started August 29, 2024, and later", "that started before".
            case INVOKED_AFTER -> notBefore(time(value));
            case INVOKED_BEFORE -> notBefore(time(value)).negate();
            case TARGET -> session -> session.target().equals(value);
            case OWNER -> session -> session.owner().equals(value);
            case SESSION_ID -> session -> session.id().equals(value);
            case STATUS -> hasStatus(value);
            case ACCESS_TYPE -> throw AwsError.notSimulated("the session filter AccessType");
            case UNKNOWN_TO_SDK_VERSION ->
                    throw SsmErrors.constraint(
                            filter.keyAsString(),
                            "filters.1.member.key",
                            "Member must satisfy enum value set: "
                                    + SessionFilterKey.knownValues());
        };
    }

    private static Predicate<LabSession> notBefore(Instant time) {
        return session -> !session.start().isBefore(time);
    }

    private static Instant time(String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw AwsError.badRequest(
                    "ValidationException",
                    "The session filter value '%s' is not a time such as 2024-08-29T00:00:00Z"
                            .formatted(value));
        }
    }

    private Predicate<LabSession> hasStatus(String value) {
        SessionStatus status = SessionStatus.fromValue(value);
        if (status == SessionStatus.UNKNOWN_TO_SDK_VERSION) {
            throw AwsError.badRequest(
                    "ValidationException", "The session status '%s' is unknown".formatted(value));
        }
        return session -> session.status(now) == status;
    }
}
