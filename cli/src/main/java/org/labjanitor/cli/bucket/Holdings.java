package org.labjanitor.cli.bucket;

import java.util.Locale;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;

/**
 * What a first look into a bucket finds.
 *
 * @param versions of objects, up to a thousand of both kinds
 * @param markers delete markers
 * @param isAll whether there is no more than that
 */
public record Holdings(long versions, long markers, boolean isAll) {
    /**
     * Looks into a bucket.
     *
     * @param owner account id that it has to belong to
     * @throws software.amazon.awssdk.core.exception.SdkException if S3 does not show what is in it
     */
    public static Holdings of(S3Client s3, String bucket, String owner) {
        ListObjectVersionsResponse page =
                s3.listObjectVersions(request -> request.bucket(bucket).expectedBucketOwner(owner));
        return new Holdings(
                page.versions().size(),
                page.deleteMarkers().size(),
                !Boolean.TRUE.equals(page.isTruncated()));
    }

    public boolean isEmpty() {
        return versions == 0 && markers == 0;
    }

    /** Such as {@code 3 objects}, or {@code at least 990 objects and 10 delete markers}. */
    public String words() {
        String objects = number(versions) + (versions == 1 ? " object" : " objects");
        String marks = number(markers) + (markers == 1 ? " delete marker" : " delete markers");
        String both = markers == 0 ? objects : versions == 0 ? marks : objects + " and " + marks;
        return isAll ? both : "at least " + both;
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
