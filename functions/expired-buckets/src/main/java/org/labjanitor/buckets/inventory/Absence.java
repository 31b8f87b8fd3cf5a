package org.labjanitor.buckets.inventory;

import org.labjanitor.buckets.region.RegionalClients;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.aws.S3Refusal;
import software.amazon.awssdk.core.exception.SdkException;

/** Says why a bucket that was asked for by name is not among the account's. */
public final class Absence {
    private final RegionalClients clients;
    private final String owner;

    /** For buckets that the account does not list. */
    public Absence(RegionalClients clients, String owner) {
        this.clients = clients;
        this.owner = owner;
    }

    /** A sentence about a bucket that the account's list does not show. */
    public String of(String name) {
        try {
            clients.partitionHome()
                    .s3()
                    .headBucket(request -> request.bucket(name).expectedBucketOwner(owner));
            return "S3 knows the bucket, but did not list it; the next run may see it";
        } catch (SdkException e) {
            S3Refusal refusal = S3Refusal.of(e);
            if (refusal.isNoSuchBucket()) {
                return "there is no bucket of that name";
            }
            return refusal.isForbidden() || refusal.status() == 301 || refusal.status() == 400
                    ? "there is a bucket of that name, but it belongs to another account"
                    : AwsFailure.of("s3:ListBucket (HeadBucket) of " + name, e).message();
        }
    }
}
