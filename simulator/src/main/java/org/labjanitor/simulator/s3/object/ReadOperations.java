package org.labjanitor.simulator.s3.object;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.http.HttpAnswer;
import org.labjanitor.simulator.http.HttpCall;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.BucketDirectory;
import org.labjanitor.simulator.s3.bucket.Versioning;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.DirectOperation;
import org.labjanitor.simulator.wire.AwsError;

/** {@code GetObject} and {@code HeadObject}. */
final class ReadOperations {
    private static final byte[] NOTHING = {};

    private final BucketDirectory buckets;

    ReadOperations(BucketDirectory buckets) {
        this.buckets = buckets;
    }

    List<DirectOperation> all() {
        return List.of(
                new DirectOperation("GetObject", (context, call) -> read(context, call, true)),
                new DirectOperation("HeadObject", (context, call) -> read(context, call, false)));
    }

    private HttpAnswer read(CallContext context, HttpCall call, boolean withBody) {
        Target target = Target.of(call);
        VersionId id = DeleteOperations.versionId(Query.of(call));
        Bucket bucket =
                target.require(
                        buckets,
                        context,
                        call,
                        id == null ? "s3:GetObject" : "s3:GetObjectVersion");
        Optional<StoredVersion> found = bucket.objects().find(target.keyBytes(), id);
        if (found.isEmpty() || found.get().marker()) {
            return missing(context, found, id, target.key());
        }
        StoredVersion version = found.get();
        boolean checksums = call.header("x-amz-checksum-mode").isPresent();
        Map<String, String> headers =
                ObjectHeaders.of(version, bucket.versioning() != Versioning.NEVER, checksums);
        if (isUnchanged(call, version)) {
            headers.remove("Content-Type");
            withoutChecksums(headers);
            return Answers.bodyless(context, 304, headers);
        }
        return answer(context, call, version, headers, withBody);
    }

    /** The answer to a key without a current version tells whether a delete marker is why. */
    private static HttpAnswer missing(
            CallContext context,
            Optional<StoredVersion> found,
            @Nullable VersionId id,
            String key) {
        if (found.isPresent()) {
            return marker(context, found.get(), id, key);
        }
        throw id == null
                ? new AwsError("NoSuchKey", "The specified key does not exist.", 404)
                : new AwsError("NoSuchVersion", "The specified version does not exist.", 404);
    }

    private static HttpAnswer marker(
            CallContext context, StoredVersion marker, @Nullable VersionId id, String key) {
        boolean named = id != null;
        XmlBytes body =
                XmlBytes.document(512)
                        .raw("<Error>")
                        .element("Code", named ? "MethodNotAllowed" : "NoSuchKey")
                        .element(
                                "Message",
                                named
                                        ? "The specified method is not allowed against this resource."
                                        : "The specified key does not exist.")
                        .element("Key", key)
                        .element("RequestId", context.requestId())
                        .raw("</Error>");
        Map<String, String> headers =
                Map.of(
                        "Content-Type", "application/xml",
                        "x-amz-delete-marker", "true",
                        "x-amz-version-id", marker.id().text());
        return Answers.bytes(context, named ? 405 : 404, headers, body.toBytes());
    }

    /** Whether {@code If-None-Match} says that the caller has it already. */
    private static boolean isUnchanged(HttpCall call, StoredVersion version) {
        Optional<String> wanted = call.header("if-match");
        if (wanted.isPresent() && !matches(wanted.get(), version)) {
            throw Preconditions.failed();
        }
        return call.header("if-none-match").filter(tag -> matches(tag, version)).isPresent();
    }

    /** The checksums of an object tell nothing of a part of it. */
    private static void withoutChecksums(Map<String, String> headers) {
        headers.keySet().removeIf(name -> name.startsWith("x-amz-checksum-"));
    }

    private static boolean matches(String tag, StoredVersion version) {
        return tag.equals("*") || Preconditions.unquoted(tag).equals(version.etag());
    }

    private static HttpAnswer answer(
            CallContext context,
            HttpCall call,
            StoredVersion version,
            Map<String, String> headers,
            boolean withBody) {
        if (!withBody) {
            headers.put("Content-Length", String.valueOf(version.size()));
            return Answers.bytes(context, 200, headers, NOTHING);
        }
        byte[] content = version.content();
        Optional<ByteRange> range =
                call.header("range").flatMap(header -> ByteRange.parse(header, content.length));
        if (range.isEmpty()) {
            return Answers.bytes(context, 200, headers, content);
        }
        ByteRange part = range.get();
        withoutChecksums(headers);
        headers.put("Content-Range", part.contentRange(content.length));
        return Answers.bytes(
                context, 206, headers, Arrays.copyOfRange(content, part.first(), part.last() + 1));
    }
}
