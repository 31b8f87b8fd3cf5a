package org.labjanitor.buckets.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labjanitor.buckets.region.RegionalClients;
import org.labjanitor.runtime.aws.S3Refusal;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

/**
 * The account's buckets, wherever they are. Asked in the partition's home Region, which alone knows
 * when they were created, and always with a parameter: S3 tells a bucket's Region only then (S3
 * API, ListBuckets).
 */
public final class BucketList {
    /** What the call needs; its IAM action has another name than the call. */
    static final String CALL = "s3:ListAllMyBuckets (ListBuckets)";

    private static final int PAGE = 1_000;

    private final RegionalClients clients;

    public BucketList(RegionalClients clients) {
        this.clients = clients;
    }

    /** For messages about its failure. */
    public String call() {
        return CALL + " in " + clients.partitionHome().region();
    }

    /**
     * Every bucket of the account whose name begins with the prefix.
     *
     * @throws SdkException if the list cannot be had whole
     */
    public List<ListedBucket> withPrefix(String prefix) {
        S3Client s3 = clients.partitionHome().s3();
        List<ListedBucket> found = new ArrayList<>();
        ListBucketsRequest request =
                ListBucketsRequest.builder().maxBuckets(PAGE).prefix(prefix).build();
        ListBucketsResponse page = s3.listBuckets(request);
        page.buckets().forEach(bucket -> found.add(listed(bucket)));
        while (page.continuationToken() != null) {
            String token = page.continuationToken();
            page = s3.listBuckets(request.toBuilder().continuationToken(token).build());
            page.buckets().forEach(bucket -> found.add(listed(bucket)));
        }
        return found;
    }

    /**
     * The account's bucket of exactly that name; empty where the account has none.
     *
     * @throws SdkException if the list cannot be had
     */
    public Optional<ListedBucket> named(String name) {
        return withPrefix(name).stream().filter(bucket -> bucket.name().equals(name)).findFirst();
    }

    private ListedBucket listed(Bucket bucket) {
        String region = bucket.bucketRegion();
        return new ListedBucket(
                bucket.name(),
                region == null || region.isEmpty() ? regionOf(bucket.name()) : region,
                bucket.creationDate());
    }

    private String regionOf(String name) {
        try {
            String region =
                    clients.partitionHome()
                            .s3()
                            .headBucket(request -> request.bucket(name))
                            .bucketRegion();
            return region == null ? "" : region;
        } catch (SdkException e) {
            return S3Refusal.of(e).region();
        }
    }
}
