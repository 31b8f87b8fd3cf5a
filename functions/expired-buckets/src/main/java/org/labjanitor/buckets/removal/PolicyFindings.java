package org.labjanitor.buckets.removal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a bucket's policy says against emptying it. In doubt it says so: a Deny whose condition is
 * not understood counts, and so does one on a part of the keys.
 */
final class PolicyFindings {
    private static final List<String> DELETING =
            List.of("s3:DeleteObject", "s3:DeleteObjectVersion", "s3:DeleteBucket");
    private static final String PUT = "s3:PutObject";
    private static final String REPLICATING = "s3:Repl";

    private PolicyFindings() {}

    /**
     * The findings in a policy.
     *
     * @param account the account that deletes
     */
    static List<Finding> in(PolicyDocument policy, String account) {
        List<Finding> findings = new ArrayList<>();
        for (PolicyStatement statement : policy.statements()) {
            if (statement.denies()) {
                denials(statement, account).forEach(findings::add);
            } else {
                deliveries(statement).forEach(findings::add);
            }
        }
        return findings;
    }

    private static Stream<Finding> denials(PolicyStatement statement, String account) {
        if (statement.isOnlyAboutPoorTransport() || statement.isOnlyAboutOthersThan(account)) {
            return Stream.of();
        }
        List<String> denied = DELETING.stream().filter(statement::covers).toList();
        if (denied.isEmpty()) {
            return Stream.of();
        }
        return Stream.of(
                new Finding(
                        Finding.Kind.PROTECTED,
                        "Its policy%s denies %s; somebody would have to take that out of the policy first."
                                .formatted(named(statement), String.join(", ", denied))));
    }

    private static Stream<Finding> deliveries(PolicyStatement statement) {
        Stream<Finding> services =
                statement.covers(PUT)
                        ? statement.services().stream().map(PolicyFindings::delivery)
                        : Stream.of();
        Stream<Finding> replication =
                statement.hasActionBeginningWith(REPLICATING)
                        ? Stream.of(
                                new Finding(
                                        Finding.Kind.DEPENDED_ON,
                                        "Its policy%s lets other buckets replicate into it; the replication would have to end, and leave the policy, first."
                                                .formatted(named(statement))))
                        : Stream.of();
        return Stream.concat(services, replication);
    }

    private static Finding delivery(String service) {
        return new Finding(
                Finding.Kind.DEPENDED_ON,
                "Its policy lets %s write into it; the delivery would have to end, and leave the policy, first."
                        .formatted(service));
    }

    private static String named(PolicyStatement statement) {
        return statement.id().isEmpty() ? "" : " (statement " + statement.id() + ")";
    }
}
