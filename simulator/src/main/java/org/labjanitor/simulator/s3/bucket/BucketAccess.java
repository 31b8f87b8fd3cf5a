package org.labjanitor.simulator.s3.bucket;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.identity.Account;
import org.labjanitor.simulator.identity.Accounts;
import org.labjanitor.simulator.s3.policy.BucketPolicy;
import org.labjanitor.simulator.s3.policy.PolicyAnswer;
import org.labjanitor.simulator.s3.policy.PolicyQuestion;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.wire.AwsError;

/**
 * Whether a call may do something to a bucket: in its own Region, to the bucket of the expected
 * owner, allowed by the caller's account and by the bucket's policy; in this order.
 */
final class BucketAccess {
    /**
     * "The root principal in a bucket owner's AWS account can perform the GetBucketPolicy,
     * PutBucketPolicy, and DeleteBucketPolicy API actions, even if their bucket policy explicitly
     * denies the root principal's access" [S3 API]. The lab's accounts have one principal, which
     * stands for root here.
     */
    private static final Set<String> OWNERS_OWN =
            Set.of("s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy");

    private static final String FIRST_REGION = "us-east-1";

    private final Accounts accounts;

    BucketAccess(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Requires the bucket's Region and owner to be the right ones. */
    void check(CallContext context, Bucket bucket, @Nullable String expectedOwner) {
        if (!context.region().equals(bucket.region())) {
            throw context.region().equals(FIRST_REGION)
                    ? S3Errors.permanentRedirect(bucket)
                    : S3Errors.wrongRegion(bucket, context.region());
        }
        if (expectedOwner != null) {
            requireOwner(bucket, expectedOwner);
        }
    }

    private static void requireOwner(Bucket bucket, String expectedOwner) {
        if (!expectedOwner.matches("\\d{12}")) {
            throw S3Errors.invalidArgument(
                    "x-amz-expected-bucket-owner",
                    expectedOwner,
                    "The value of the expected bucket owner parameter must be an AWS account ID");
        }
        if (!expectedOwner.equals(bucket.ownerAccount())) {
            throw S3Errors.accessDenied("Access Denied");
        }
    }

    void authorize(
            CallContext context,
            Bucket bucket,
            String action,
            @Nullable String key,
            Map<String, String> conditions) {
        Account account = accounts.byId(context.accountId());
        if (account.denies(action, context.region())) {
            throw denied(account, action, "with an explicit deny in an identity-based policy");
        }
        PolicyAnswer answer =
                bucket.policy()
                        .map(policy -> ask(policy, account, bucket, action, key, conditions))
                        .orElse(PolicyAnswer.SILENT);
        boolean owner = account.id().equals(bucket.ownerAccount());
        if (answer == PolicyAnswer.DENY && !(owner && OWNERS_OWN.contains(action))) {
            throw denied(account, action, "with an explicit deny in a resource-based policy");
        }
        if (answer == PolicyAnswer.SILENT && !owner) {
            throw denied(account, action, "because no resource-based policy allows it");
        }
    }

    private static PolicyAnswer ask(
            BucketPolicy policy,
            Account account,
            Bucket bucket,
            String action,
            @Nullable String key,
            Map<String, String> conditions) {
        Map<String, String> values = new HashMap<>(conditions);
        values.put("aws:PrincipalArn", account.userArn());
        values.put("aws:PrincipalAccount", account.id());
        // The lab speaks plain HTTP, but stands for endpoints that are reached through TLS: a
        // policy
        // that insists on TLS must not make it unusable.
        values.put("aws:SecureTransport", "true");
        String resource = "arn:aws:s3:::" + bucket.name() + (key == null ? "" : "/" + key);
        return policy.answer(
                new PolicyQuestion(
                        account.userArn(),
                        account.id(),
                        action,
                        resource,
                        key == null && isAboutObjects(action),
                        values));
    }

    private static boolean isAboutObjects(String action) {
        boolean objects =
                action.contains("Object")
                        || action.contains("Multipart")
                        || action.equals("s3:BypassGovernanceRetention");
        return objects && !action.contains("Bucket");
    }

    private static AwsError denied(Account account, String action, String why) {
        return S3Errors.accessDenied(
                "User: %s is not authorized to perform: %s %s"
                        .formatted(account.userArn(), action, why));
    }
}
