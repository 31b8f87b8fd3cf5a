package org.labjanitor.simulator.s3.bucket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.s3.policy.BucketPolicy;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusResponse;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyResponse;

/** A bucket's policy. */
final class PolicyOperations {
    private final BucketDirectory directory;

    PolicyOperations(BucketDirectory directory) {
        this.directory = directory;
    }

    List<Operation<?, ?>> operations() {
        return List.of(
                new Operation<>("GetBucketPolicy", GetBucketPolicyRequest::builder, this::get),
                new Operation<>("PutBucketPolicy", PutBucketPolicyRequest::builder, this::put),
                new Operation<>(
                        "DeleteBucketPolicy", DeleteBucketPolicyRequest::builder, this::delete),
                new Operation<>(
                        "GetBucketPolicyStatus",
                        GetBucketPolicyStatusRequest::builder,
                        this::status));
    }

    private GetBucketPolicyResponse get(CallContext context, GetBucketPolicyRequest request) {
        Bucket bucket =
                bucket(
                        context,
                        request.bucket(),
                        request.expectedBucketOwner(),
                        "s3:GetBucketPolicy");
        return GetBucketPolicyResponse.builder().policy(policyOf(bucket).text()).build();
    }

    private PutBucketPolicyResponse put(CallContext context, PutBucketPolicyRequest request) {
        bucket(context, request.bucket(), request.expectedBucketOwner(), "s3:PutBucketPolicy")
                .policy(request.policy());
        return PutBucketPolicyResponse.builder().build();
    }

    private DeleteBucketPolicyResponse delete(
            CallContext context, DeleteBucketPolicyRequest request) {
        bucket(context, request.bucket(), request.expectedBucketOwner(), "s3:DeleteBucketPolicy")
                .removePolicy();
        return DeleteBucketPolicyResponse.builder().build();
    }

    private GetBucketPolicyStatusResponse status(
            CallContext context, GetBucketPolicyStatusRequest request) {
        Bucket bucket =
                bucket(
                        context,
                        request.bucket(),
                        request.expectedBucketOwner(),
                        "s3:GetBucketPolicyStatus");
        boolean open = policyOf(bucket).isPublic();
        return GetBucketPolicyStatusResponse.builder()
                .policyStatus(status -> status.isPublic(open))
                .build();
    }

    private Bucket bucket(
            CallContext context, String name, @Nullable String expectedOwner, String action) {
        return directory.require(context, name, expectedOwner, action, null);
    }

    private static BucketPolicy policyOf(Bucket bucket) {
        return bucket.policy()
                .orElseThrow(() ->
                        new AwsError("NoSuchBucketPolicy", "The bucket policy does not exist", 404)
                                .withDetail("BucketName", bucket.name()));
    }
}
