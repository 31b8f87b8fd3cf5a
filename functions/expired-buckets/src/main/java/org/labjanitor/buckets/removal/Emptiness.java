package org.labjanitor.buckets.removal;

import org.labjanitor.buckets.region.RegionalClients;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;

/** Whether anything is in a bucket that could be taken out of it. */
public final class Emptiness {
    private final RegionalClients clients;

    public Emptiness(RegionalClients clients) {
        this.clients = clients;
    }

    /**
     * Whether S3 shows that there is nothing: no object, no version, no delete marker and no upload
     * that was begun. Where S3 does not say, something may be there.
     *
     * @param owner account id that the bucket has to belong to
     */
    public boolean isShown(String bucket, String region, String owner) {
        S3Client s3 = clients.in(region).s3();
        try {
            return !hasVersions(s3, bucket, owner) && !hasUploads(s3, bucket, owner);
        } catch (SdkException unknown) {
            return false;
        }
    }

    /**
     * Whether objects, versions or delete markers are in the bucket.
     *
     * @throws SdkException if S3 does not say
     */
    static boolean hasVersions(S3Client s3, String bucket, String owner) {
        ListObjectVersionsResponse page =
                s3.listObjectVersions(
                        request -> request.bucket(bucket).expectedBucketOwner(owner).maxKeys(1));
        return Boolean.TRUE.equals(page.isTruncated())
                || !page.versions().isEmpty()
                || !page.deleteMarkers().isEmpty();
    }

    private static boolean hasUploads(S3Client s3, String bucket, String owner) {
        ListMultipartUploadsResponse page =
                s3.listMultipartUploads(
                        request -> request.bucket(bucket).expectedBucketOwner(owner).maxUploads(1));
        return Boolean.TRUE.equals(page.isTruncated()) || !page.uploads().isEmpty();
    }
}
