package org.labjanitor.simulator.s3.object;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.http.HttpCall;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.BucketDirectory;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.wire.AwsError;

/**
 * What the caller of one delete may do. A batch is asked about as a whole first, and key by key
 * only where not everything in the bucket is allowed.
 */
final class Permissions {
    static final String DELETE = "s3:DeleteObject";
    static final String DELETE_VERSION = "s3:DeleteObjectVersion";
    private static final String BYPASS = "s3:BypassGovernanceRetention";

    private final BucketDirectory buckets;
    private final CallContext context;
    private final HttpCall call;
    private final String bucketName;
    private final Map<String, Boolean> allowedEverywhere = new HashMap<>();

    Permissions(BucketDirectory buckets, CallContext context, HttpCall call) {
        this.buckets = buckets;
        this.context = context;
        this.call = call;
        this.bucketName = Target.of(call).bucket();
    }

    /**
     * The bucket, if any key of the batch may be deleted.
     *
     * @throws AwsError as S3 refuses the whole call
     */
    Bucket bucket(DeleteRequest request) {
        List<String> actions =
                request.entries().stream().map(Permissions::action).distinct().toList();
        Optional<Bucket> bucket = Optional.empty();
        for (String action : actions) {
            Optional<Bucket> answer = everywhere(action);
            allowedEverywhere.put(action, answer.isPresent());
            bucket = answer.isPresent() ? answer : bucket;
        }
        return bucket.orElseGet(() -> firstAllowed(request));
    }

    private Optional<Bucket> everywhere(String action) {
        try {
            return Optional.of(require(action, null));
        } catch (AwsError e) {
            if (!isDenial(e)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Where every key is denied the whole call is. */
    private Bucket firstAllowed(DeleteRequest request) {
        AwsError denial = denied();
        for (DeleteRequest.Entry entry : request.entries()) {
            try {
                return require(action(entry), Keys.text(entry.key()));
            } catch (AwsError e) {
                if (!isDenial(e)) {
                    throw e;
                }
                denial = e;
            }
        }
        throw denial;
    }

    /** Why an entry may not be deleted, or null where it may. */
    @Nullable AwsError denial(DeleteRequest.Entry entry) {
        String action = action(entry);
        if (allowedEverywhere.getOrDefault(action, false)) {
            return null;
        }
        try {
            require(action, Keys.text(entry.key()));
            return null;
        } catch (AwsError e) {
            if (!isDenial(e)) {
                throw e;
            }
            return e;
        }
    }

    /** Whether the call asks to bypass GOVERNANCE, and may. */
    boolean bypassesGovernance() {
        boolean asked =
                call.header("x-amz-bypass-governance-retention")
                        .filter("true"::equalsIgnoreCase)
                        .isPresent();
        return asked && everywhere(BYPASS).isPresent();
    }

    private Bucket require(String action, @Nullable String key) {
        return buckets.require(
                context,
                bucketName,
                call.header("x-amz-expected-bucket-owner").orElse(null),
                action,
                key);
    }

    private static String action(DeleteRequest.Entry entry) {
        return entry.versionText() == null ? DELETE : DELETE_VERSION;
    }

    private static boolean isDenial(AwsError error) {
        return error.code().equals("AccessDenied");
    }

    private static AwsError denied() {
        return new AwsError("AccessDenied", "Access Denied", 403);
    }

    /** What S3 says where Object Lock protects a version. */
    static AwsError locked() {
        return new AwsError(
                "AccessDenied", "Access Denied because object protected by object lock.", 403);
    }
}
