package org.labjanitor.simulator.s3.object;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.http.HttpAnswer;
import org.labjanitor.simulator.http.HttpCall;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.BucketDirectory;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.DirectOperation;
import org.labjanitor.simulator.wire.AwsError;

/** Multipart uploads, from their start to their end. */
final class UploadOperations {
    private static final int MOST_PARTS = 10_000;

    private final BucketDirectory buckets;

    UploadOperations(BucketDirectory buckets) {
        this.buckets = buckets;
    }

    List<DirectOperation> all() {
        return List.of(
                new DirectOperation("CreateMultipartUpload", this::create),
                new DirectOperation("UploadPart", this::uploadPart),
                new DirectOperation("UploadPartCopy", this::copyPart),
                new DirectOperation("CompleteMultipartUpload", this::complete),
                new DirectOperation("AbortMultipartUpload", this::abort),
                new DirectOperation("ListParts", this::listParts),
                new DirectOperation("ListMultipartUploads", new ListUploads(buckets)::list));
    }

    private HttpAnswer create(CallContext context, HttpCall call) {
        Target target = Target.of(call);
        Bucket bucket = target.require(buckets, context, call, "s3:PutObject");
        String storageClass = ObjectHeaders.storageClass(call);
        StorageClasses.number(storageClass);
        Detail detail =
                new Detail(
                        null,
                        null,
                        ObjectHeaders.toKeep(call),
                        ObjectHeaders.tags(call),
                        LockDefaults.protection(bucket, call, context.now()));
        @Nullable ChecksumPlan plan = ChecksumPlan.of(call).orElse(null);
        Uploads.Upload upload =
                bucket.objects()
                        .pendingUploads()
                        .start(target.keyBytes(), context.now(), storageClass, detail, plan);
        XmlBytes body =
                root("InitiateMultipartUploadResult")
                        .element("Bucket", bucket.name())
                        .element("Key", target.key())
                        .element("UploadId", upload.id())
                        .raw("</InitiateMultipartUploadResult>");
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", "application/xml");
        if (plan != null) {
            headers.put("x-amz-checksum-algorithm", plan.algorithm());
            headers.put("x-amz-checksum-type", plan.type());
        }
        return Answers.bytes(context, 200, headers, body.toBytes());
    }

    private HttpAnswer uploadPart(CallContext context, HttpCall call) {
        Target target = Target.of(call);
        Bucket bucket = target.require(buckets, context, call, "s3:PutObject");
        Uploads.Upload upload = upload(bucket, target, call);
        int number = partNumber(Query.of(call));
        Payload payload = Payload.of(call);
        Map<String, String> checksums = Checksums.verify(call, payload);
        requirePlanned(upload.plan(), checksums);
        Uploads.Part part = add(upload, number, payload.bytes(), context.now(), checksums);
        Map<String, String> headers = new TreeMap<>(checksums);
        headers.put("ETag", "\"" + part.etag() + "\"");
        return Answers.bodyless(context, 200, headers);
    }

    /** Parts bring the kind of checksum that the upload was started with, or none. */
    private static void requirePlanned(@Nullable ChecksumPlan plan, Map<String, String> checksums) {
        if (plan == null || checksums.isEmpty() || checksums.containsKey(plan.header())) {
            return;
        }
        String came = checksums.keySet().iterator().next();
        throw AwsError.badRequest(
                "InvalidRequest",
                "Checksum Type mismatch occurred, expected checksum Type: %s, actual checksum Type: %s"
                        .formatted(algorithm(plan.header()), algorithm(came)));
    }

    private static String algorithm(String header) {
        return header.substring("x-amz-checksum-".length());
    }

    private static Uploads.Part add(
            Uploads.Upload upload,
            int number,
            byte[] bytes,
            Instant now,
            Map<String, String> checksums) {
        Uploads.Part part =
                new Uploads.Part(number, new Content(bytes), ETags.of(bytes), now, checksums);
        upload.parts().put(number, part);
        return part;
    }

    private HttpAnswer copyPart(CallContext context, HttpCall call) {
        Target target = Target.of(call);
        Bucket bucket = target.require(buckets, context, call, "s3:PutObject");
        Uploads.Upload upload = upload(bucket, target, call);
        int number = partNumber(Query.of(call));
        byte[] source = CopySource.of(call).read(buckets, context, call).content();
        byte[] bytes =
                call.header("x-amz-copy-source-range")
                        .map(range -> slice(source, range))
                        .orElse(source);
        Uploads.Part part = add(upload, number, bytes, context.now(), Map.of());
        XmlBytes body =
                root("CopyPartResult")
                        .element("LastModified", XmlBytes.time(part.modified()))
                        .element("ETag", "\"" + part.etag() + "\"")
                        .raw("</CopyPartResult>");
        return Answers.xml(context, body);
    }

    /** Unlike the range of a read, it has to name both ends and to lie within the source. */
    private static byte[] slice(byte[] source, String header) {
        ByteRange range =
                ByteRange.parse(header, source.length)
                        .filter(found ->
                                header.equals("bytes=%d-%d".formatted(found.first(), found.last())))
                        .orElseThrow(() ->
                                AwsError.badRequest(
                                        "InvalidArgument",
                                        "Range specified is not valid for source object of size: "
                                                + source.length));
        return Arrays.copyOfRange(source, range.first(), range.last() + 1);
    }

    private static int partNumber(Query query) {
        String text = query.text("partNumber");
        if (text.matches("\\d{1,5}")) {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= MOST_PARTS) {
                return number;
            }
        }
        throw AwsError.badRequest(
                "InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive");
    }

    private static Uploads.Upload upload(Bucket bucket, Target target, HttpCall call) {
        return bucket.objects()
                .pendingUploads()
                .find(target.keyBytes(), Query.of(call).text("uploadId"))
                .orElseThrow(UploadOperations::noSuchUpload);
    }

    private static AwsError noSuchUpload() {
        return new AwsError(
                "NoSuchUpload",
                "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
                404);
    }

    private HttpAnswer complete(CallContext context, HttpCall call) {
        Target target = Target.of(call);
        Bucket bucket = target.require(buckets, context, call, "s3:PutObject");
        Uploads.Upload upload = upload(bucket, target, call);
        Completion completion = Completion.read(Payload.of(call).bytes());
        completion.requireChecksums(upload.plan());
        Content content = completion.assemble(upload.parts());
        Checksums.verifyWhole(call, content.bytes());
        Detail started = upload.detail();
        Map<String, String> checksums =
                Objects.requireNonNullElse(upload.plan(), ChecksumPlan.DEFAULT)
                        .headers(completion.contents(upload.parts()), content.bytes());
        Detail detail =
                new Detail(
                        content,
                        completion.etag(upload.parts()),
                        ObjectHeaders.merged(started.headers(), checksums),
                        started.tags(),
                        started.protection());
        Write write =
                new Write(
                        bucket.versioning(),
                        context.now(),
                        content.bytes().length,
                        upload.storageClass(),
                        detail,
                        WriteOperations.condition(call));
        StoredVersion stored = bucket.objects().write(target.keyBytes(), write);
        bucket.objects().pendingUploads().end(upload);
        new ObjectNews(context, bucket).created("CompleteMultipartUpload", target, stored);
        return completed(context, bucket, target, stored, checksums);
    }

    private static HttpAnswer completed(
            CallContext context,
            Bucket bucket,
            Target target,
            StoredVersion stored,
            Map<String, String> checksums) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", "application/xml");
        WriteOperations.versionId(bucket, stored, headers);
        XmlBytes body =
                root("CompleteMultipartUploadResult")
                        .element("Location", "/" + bucket.name() + "/" + target.key())
                        .element("Bucket", bucket.name())
                        .element("Key", target.key())
                        .element("ETag", "\"" + stored.etag() + "\"");
        checksums.forEach((header, value) -> body.element(element(header), value));
        body.raw("</CompleteMultipartUploadResult>");
        return Answers.bytes(context, 200, headers, body.toBytes());
    }

    /** Such as {@code ChecksumCRC32} of {@code x-amz-checksum-crc32}. */
    private static String element(String header) {
        String name = algorithm(header);
        return "Checksum" + (name.equals("type") ? "Type" : name.toUpperCase(Locale.ROOT));
    }

    private HttpAnswer abort(CallContext context, HttpCall call) {
        Target target = Target.of(call);
        Bucket bucket = target.require(buckets, context, call, "s3:AbortMultipartUpload");
        Uploads.Upload upload = upload(bucket, target, call);
        if (!bucket.objects().pendingUploads().end(upload)) {
            throw noSuchUpload();
        }
        return Answers.bodyless(context, 204, Map.of());
    }

    private HttpAnswer listParts(CallContext context, HttpCall call) {
        Target target = Target.of(call);
        Bucket bucket = target.require(buckets, context, call, "s3:ListMultipartUploadParts");
        Uploads.Upload upload = upload(bucket, target, call);
        Query query = Query.of(call);
        int size = query.pageSize("max-parts");
        int marker = query.number("part-number-marker");
        NavigableMap<Integer, Uploads.Part> rest = upload.parts().tailMap(marker, false);
        List<Uploads.Part> page = rest.values().stream().limit(size).toList();
        XmlBytes out =
                root("ListPartsResult")
                        .element("Bucket", bucket.name())
                        .element("Key", target.key())
                        .element("UploadId", upload.id())
                        .element("PartNumberMarker", String.valueOf(marker))
                        .element("MaxParts", String.valueOf(size))
                        .element("StorageClass", upload.storageClass())
                        .element("IsTruncated", String.valueOf(size > 0 && rest.size() > size));
        if (!page.isEmpty()) {
            out.element("NextPartNumberMarker", String.valueOf(page.getLast().number()));
        }
        page.forEach(part -> part(out, part));
        return Answers.xml(context, out.raw("</ListPartsResult>"));
    }

    private static void part(XmlBytes out, Uploads.Part part) {
        out.raw("<Part>")
                .element("PartNumber", String.valueOf(part.number()))
                .element("LastModified", XmlBytes.time(part.modified()))
                .element("ETag", "\"" + part.etag() + "\"")
                .element("Size", String.valueOf(part.content().bytes().length));
        part.checksums().forEach((header, value) -> out.element(element(header), value));
        out.raw("</Part>");
    }

    static XmlBytes root(String name) {
        return XmlBytes.document(1_024).raw("<" + name + " xmlns=\"" + XmlBytes.NAMESPACE + "\">");
    }
}
