package org.labjanitor.simulator.s3.bucket;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.s3.object.CanonicalId;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.Operation;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

/** ListBuckets. */
final class BucketListing {
    private static final String FIRST_REGION = "us-east-1";
    private static final int MOST = 10_000;

    private final BucketDirectory directory;

    BucketListing(BucketDirectory directory) {
        this.directory = directory;
    }

    List<Operation<?, ?>> operations() {
        return List.of(new Operation<>("ListBuckets", ListBucketsRequest::builder, this::list));
    }

    private ListBucketsResponse list(CallContext context, ListBucketsRequest request) {
        int size = pageSize(request.maxBuckets());
        requireOwnRegion(context, request.bucketRegion());
        List<Bucket> found = matching(context, request).limit(size + 1L).toList();
        List<Bucket> page = found.subList(0, Math.min(size, found.size()));
        ListBucketsResponse.Builder response =
                ListBucketsResponse.builder()
                        .buckets(page.stream().map(b -> shown(b, context, request)).toList())
                        .owner(owner -> owner.id(CanonicalId.of(context.accountId())))
                        .prefix(request.prefix());
        if (found.size() > size) {
            response.continuationToken(token(page.getLast().name()));
        }
        return response.build();
    }

    private Stream<Bucket> matching(CallContext context, ListBucketsRequest request) {
        String after = after(request.continuationToken());
        String prefix = Optional.ofNullable(request.prefix()).orElse("");
        @Nullable String region = request.bucketRegion();
        return directory.listedFor(context.accountId()).stream()
                .filter(bucket -> bucket.name().compareTo(after) > 0)
                .filter(bucket -> bucket.name().startsWith(prefix))
                .filter(bucket -> region == null || bucket.region().equals(region));
    }

    private static int pageSize(@Nullable Integer wish) {
        if (wish != null && (wish < 1 || wish > MOST)) {
            throw S3Errors.invalidArgument(
                    "max-buckets",
                    wish.toString(),
                    "Argument max-buckets must be an integer between 1 and 10000");
        }
        return wish == null ? Integer.MAX_VALUE : wish;
    }

    /**
     * "Requests made to a Regional endpoint that is different from the value are not supported."
     */
    private static void requireOwnRegion(CallContext context, @Nullable String bucketRegion) {
        if (bucketRegion != null && !bucketRegion.equals(context.region())) {
            throw S3Errors.invalidArgument(
                    "bucket-region",
                    bucketRegion,
                    "Argument value %s is not one of the supported values: [%s]"
                            .formatted(bucketRegion, context.region()));
        }
    }

    /**
     * The date is the true one in us-east-1 only; elsewhere it moves with the configuration. The
     * Region comes along only if the request has a parameter.
     */
    private static software.amazon.awssdk.services.s3.model.Bucket shown(
            Bucket bucket, CallContext context, ListBucketsRequest request) {
        boolean trueDate = context.region().equals(FIRST_REGION);
        return software.amazon.awssdk.services.s3.model.Bucket.builder()
                .name(bucket.name())
                .creationDate(trueDate ? bucket.createdAt() : bucket.changedAt())
                .bucketRegion(hasParameter(request) ? bucket.region() : null)
                .bucketArn(hasParameter(request) ? "arn:aws:s3:::" + bucket.name() : null)
                .build();
    }

    private static boolean hasParameter(ListBucketsRequest request) {
        return request.maxBuckets() != null
                || request.continuationToken() != null
                || request.prefix() != null
                || request.bucketRegion() != null;
    }

    private static String token(String lastName) {
        return Base64.getUrlEncoder().encodeToString(lastName.getBytes(StandardCharsets.UTF_8));
    }

    private static String after(@Nullable String token) {
        if (token == null) {
            return "";
        }
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw S3Errors.invalidArgument(
                    "continuation-token", token, "The continuation token provided is incorrect");
        }
    }
}
