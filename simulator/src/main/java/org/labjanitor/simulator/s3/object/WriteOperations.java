package org.labjanitor.simulator.s3.object;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.http.HttpAnswer;
import org.labjanitor.simulator.http.HttpCall;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.BucketDirectory;
import org.labjanitor.simulator.s3.bucket.Versioning;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.DirectOperation;
import org.labjanitor.simulator.wire.AwsError;

/** {@code PutObject} and {@code CopyObject}. */
final class WriteOperations {
    private final BucketDirectory buckets;

    WriteOperations(BucketDirectory buckets) {
        this.buckets = buckets;
    }

    List<DirectOperation> all() {
        return List.of(
                new DirectOperation("PutObject", this::put),
                new DirectOperation("CopyObject", this::copy));
    }

    private HttpAnswer put(CallContext context, HttpCall call) {
        Target target = Target.of(call);
        Bucket bucket = target.require(buckets, context, call, "s3:PutObject");
        Payload payload = Payload.of(call);
        byte[] content = payload.bytes();
        Map<String, String> checksums =
                Checksums.orDefault(Checksums.verify(call, payload), content);
        Detail detail =
                new Detail(
                        new Content(content),
                        ETags.of(content),
                        ObjectHeaders.merged(ObjectHeaders.toKeep(call), checksums),
                        ObjectHeaders.tags(call),
                        LockDefaults.protection(bucket, call, context.now()));
        StoredVersion stored = store(context, call, bucket, target, content.length, detail);
        new ObjectNews(context, bucket).created("Put", target, stored);
        Map<String, String> headers = new TreeMap<>(checksums);
        headers.put("ETag", "\"" + stored.etag() + "\"");
        versionId(bucket, stored, headers);
        return Answers.bodyless(context, 200, headers);
    }

    private static StoredVersion store(
            CallContext context,
            HttpCall call,
            Bucket bucket,
            Target target,
            long size,
            Detail detail) {
        Write write =
                new Write(
                        bucket.versioning(),
                        context.now(),
                        size,
                        ObjectHeaders.storageClass(call),
                        detail,
                        condition(call));
        return bucket.objects().write(target.keyBytes(), write);
    }

    /** {@code If-None-Match} knows only the star here ("Conditional writes", S3 user guide). */
    static Write.@Nullable Condition condition(HttpCall call) {
        String ifMatch = call.header("if-match").orElse(null);
        String ifNoneMatch = call.header("if-none-match").orElse(null);
        if (ifNoneMatch != null && !ifNoneMatch.equals("*")) {
            throw new AwsError(
                    "NotImplemented",
                    "A header you provided implies functionality that is not implemented",
                    501);
        }
        return ifMatch == null && ifNoneMatch == null ? null : new Write.Condition(ifMatch);
    }

    static void versionId(Bucket bucket, StoredVersion stored, Map<String, String> headers) {
        if (bucket.versioning() == Versioning.ENABLED) {
            headers.put("x-amz-version-id", stored.id().text());
        }
    }

    private HttpAnswer copy(CallContext context, HttpCall call) {
        Target target = Target.of(call);
        Bucket bucket = target.require(buckets, context, call, "s3:PutObject");
        CopySource source = CopySource.of(call);
        StoredVersion original = source.read(buckets, context, call);
        requireChange(call, target, source);
        StoredVersion stored =
                store(
                        context,
                        call,
                        bucket,
                        target,
                        original.size(),
                        copied(bucket, call, context.now(), original.detail()));
        new ObjectNews(context, bucket).created("Copy", target, stored);
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", "application/xml");
        versionId(bucket, stored, headers);
        XmlBytes body =
                XmlBytes.document(512)
                        .raw("<CopyObjectResult xmlns=\"" + XmlBytes.NAMESPACE + "\">")
                        .element("LastModified", XmlBytes.time(stored.modified()))
                        .element("ETag", "\"" + stored.etag() + "\"")
                        .raw("</CopyObjectResult>");
        return Answers.bytes(context, 200, headers, body.toBytes());
    }

    /** A copy of an object onto itself has to change something. */
    private static void requireChange(HttpCall call, Target target, CopySource source) {
        boolean changes =
                source.versionId() != null
                        || replaces(call, "x-amz-metadata-directive")
                        || call.header("x-amz-storage-class").isPresent();
        if (target.equals(source.target()) && !changes) {
            throw AwsError.badRequest(
                    "InvalidRequest",
                    "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.");
        }
    }

    private static boolean replaces(HttpCall call, String directive) {
        return call.header(directive).filter("REPLACE"::equals).isPresent();
    }

    private static Detail copied(Bucket bucket, HttpCall call, Instant now, Detail original) {
        return new Detail(
                original.content(),
                original.etag(),
                replaces(call, "x-amz-metadata-directive")
                        ? ObjectHeaders.toKeep(call)
                        : original.headers(),
                replaces(call, "x-amz-tagging-directive")
                        ? ObjectHeaders.tags(call)
                        : original.tags(),
                LockDefaults.protection(bucket, call, now));
    }
}
