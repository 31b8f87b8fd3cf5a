package org.labjanitor.buckets.emptying.wire;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.labjanitor.buckets.emptying.wire.SignedRequests.Call;
import org.labjanitor.runtime.aws.AwsClients;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * The requests of an emptying, to one bucket whose owner each of them names. Every method throws
 * {@link CallFailedException} where S3 does not do it; none repeats anything. Safe for use by many
 * threads.
 */
public final class BucketCalls {
    private static final byte[] NOTHING = {};
    private static final Map<String, String> NONE = Map.of();

    private final String bucket;
    private final SignedRequests requests;
    private volatile BodyChecksum checksum = BodyChecksum.CRC32;

    public BucketCalls(AwsClients clients, String bucket, String region, String owner) {
        this.bucket = bucket;
        this.requests = new SignedRequests(clients, bucket, region, owner);
    }

    /** Up to 1,000 versions and delete markers. */
    public ListedPage listVersions(PageRequest page) throws CallFailedException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("versions", "");
        parameters.put("encoding-type", "url");
        putUnlessEmpty(parameters, "prefix", page.prefix());
        putUnlessEmpty(parameters, "key-marker", page.after().key());
        putUnlessEmpty(parameters, "version-id-marker", page.after().id());
        return get("ListObjectVersions", parameters, Answers::listed);
    }

    /** Up to 1,000 objects of a bucket that never had versions; the marker's id does not count. */
    public ListedPage listObjects(PageRequest page) throws CallFailedException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("list-type", "2");
        parameters.put("encoding-type", "url");
        putUnlessEmpty(parameters, "prefix", page.prefix());
        putUnlessEmpty(parameters, "start-after", page.after().key());
        return get("ListObjectsV2", parameters, Answers::listed);
    }

    /** Up to 1,000 open uploads. */
    public UploadsPage listUploads(ListMarker after) throws CallFailedException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("uploads", "");
        parameters.put("encoding-type", "url");
        if (!after.key().isEmpty()) {
            parameters.put("key-marker", after.key());
            parameters.put("upload-id-marker", after.id());
        }
        return get("ListMultipartUploads", parameters, Answers::uploads);
    }

    /**
     * Deletes versions and delete markers of a page, and says which it did not.
     *
     * @param entries places in the page, 1 to 1,000, none of them odd
     */
    public List<KeyError> delete(KeyPage page, int[] entries) throws CallFailedException {
        byte[] body = XmlBody.delete(page, entries);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/xml");
        checksum.addTo(headers, body);
        Call call = call("DeleteObjects", SdkHttpMethod.POST, Map.of("delete", ""), headers);
        try {
            return requests.send(call, "", body, Answers::deleted);
        } catch (CallFailedException e) {
            if (checksum == BodyChecksum.CRC32 && BodyChecksum.isMissed(e.error())) {
                checksum = BodyChecksum.MD5;
                return delete(page, entries);
            }
            throw e;
        }
    }

    /** Deletes one version or delete marker, whatever its key is made of. */
    public void deleteOne(KeyPage page, int entry) throws CallFailedException {
        Map<String, String> version = Map.of("versionId", page.versionId(entry));
        Call call = call("DeleteObject", SdkHttpMethod.DELETE, version, NONE);
        requests.send(call, UrlText.path(page.key(entry)), NOTHING, Answers::nothing);
    }

    public void abortUpload(UploadsPage.OpenUpload upload) throws CallFailedException {
        Map<String, String> id = Map.of("uploadId", upload.id());
        Call call = call("AbortMultipartUpload", SdkHttpMethod.DELETE, id, NONE);
        requests.send(call, UrlText.path(upload.key()), NOTHING, Answers::nothing);
    }

    /** Breaks off every request that has been under way for longer; it ends as one unanswered. */
    public void abortOlderThan(Duration age) {
        requests.abortOlderThan(age);
    }

    private static void putUnlessEmpty(Map<String, String> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.put(name, value);
        }
    }

    private <T> T get(String operation, Map<String, String> parameters, Answers.Reader<T> reader)
            throws CallFailedException {
        return requests.send(
                call(operation, SdkHttpMethod.GET, parameters, NONE), "", NOTHING, reader);
    }

    private Call call(
            String operation,
            SdkHttpMethod method,
            Map<String, String> parameters,
            Map<String, String> headers) {
        // Named by what it takes to be allowed it: a failed call names the missing permission.
        String described = "s3:" + permission(operation) + " on " + bucket;
        return new Call(operation, described, method, parameters, headers);
    }

    private static String permission(String operation) {
        return switch (operation) {
            case "ListObjectVersions" -> "ListBucketVersions";
            case "ListObjectsV2" -> "ListBucket";
            case "ListMultipartUploads" -> "ListBucketMultipartUploads";
            case "DeleteObjects", "DeleteObject" -> "DeleteObjectVersion";
            default -> operation;
        };
    }
}
