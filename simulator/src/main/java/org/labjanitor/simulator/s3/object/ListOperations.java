package org.labjanitor.simulator.s3.object;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.http.HttpAnswer;
import org.labjanitor.simulator.http.HttpCall;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.BucketDirectory;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.DirectOperation;
import org.labjanitor.simulator.wire.AwsError;

/** {@code ListObjects}, {@code ListObjectsV2} and {@code ListObjectVersions}. */
final class ListOperations {
    /** Tells our tokens from other people's. */
    private static final String TOKEN_START = "1:";

    private final BucketDirectory buckets;

    ListOperations(BucketDirectory buckets) {
        this.buckets = buckets;
    }

    List<DirectOperation> all() {
        return List.of(
                new DirectOperation("ListObjects", this::objects),
                new DirectOperation("ListObjectsV2", this::objectsV2),
                new DirectOperation("ListObjectVersions", this::versions));
    }

    private HttpAnswer objects(CallContext context, HttpCall call) {
        Bucket bucket = open(context, call, "s3:ListBucket");
        Query query = Query.of(call);
        ListRequest request = ListRequest.of(query);
        byte[] marker = query.bytes("marker");
        RowText text = new RowText(bucket.objects(), CanonicalId.of(bucket.ownerAccount()));
        CurrentObjects page = new CurrentObjects(request, marker, text);
        page.run(bucket.objects().index(), start(marker));
        XmlBytes out = head("ListBucketResult", bucket, page);
        page.keyElement(out, "Marker", marker);
        if (page.isTruncated() && request.delimiter().length > 0) {
            page.keyElement(out, "NextMarker", page.lastKey());
        }
        return finish(context, bucket, out, page, "ListBucketResult");
    }

    private HttpAnswer objectsV2(CallContext context, HttpCall call) {
        Bucket bucket = open(context, call, "s3:ListBucket");
        Query query = Query.of(call);
        ListRequest request = ListRequest.of(query);
        Optional<String> token = query.value("continuation-token");
        byte[] startAfter = query.bytes("start-after");
        byte[] marker = token.isPresent() ? position(token.get()) : startAfter;
        boolean owners = query.text("fetch-owner").equals("true");
        RowText text =
                new RowText(bucket.objects(), owners ? CanonicalId.of(bucket.ownerAccount()) : "");
        CurrentObjects page = new CurrentObjects(request, marker, text);
        page.run(bucket.objects().index(), start(marker));
        XmlBytes out = head("ListBucketResult", bucket, page);
        token.ifPresent(t -> out.element("ContinuationToken", t));
        if (startAfter.length > 0) {
            page.keyElement(out, "StartAfter", startAfter);
        }
        if (page.isTruncated()) {
            out.element("NextContinuationToken", token(page.lastKey()));
        }
        out.raw("<KeyCount>").number(page.count()).raw("</KeyCount>");
        return finish(context, bucket, out, page, "ListBucketResult");
    }

    private HttpAnswer versions(CallContext context, HttpCall call) {
        Bucket bucket = open(context, call, "s3:ListBucketVersions");
        Query query = Query.of(call);
        ListRequest request = ListRequest.of(query);
        byte[] keyMarker = query.bytes("key-marker");
        VersionId versionMarker = versionMarker(query, keyMarker);
        RowText text = new RowText(bucket.objects(), CanonicalId.of(bucket.ownerAccount()));
        AllVersions page = new AllVersions(request, keyMarker, versionMarker, text);
        page.run(bucket.objects().index(), versionMarker == null ? start(keyMarker) : keyMarker);
        XmlBytes out = head("ListVersionsResult", bucket, page);
        page.keyElement(out, "KeyMarker", keyMarker);
        out.element("VersionIdMarker", query.text("version-id-marker"));
        if (page.isTruncated()) {
            page.keyElement(out, "NextKeyMarker", page.lastKey());
            if (!page.lastIsPrefix()) {
                out.element("NextVersionIdMarker", page.lastId().text());
            }
        }
        return finish(context, bucket, out, page, "ListVersionsResult");
    }

    private static @Nullable VersionId versionMarker(Query query, byte[] keyMarker) {
        String text = query.text("version-id-marker");
        if (text.isEmpty()) {
            return null;
        }
        if (keyMarker.length == 0) {
            throw AwsError.badRequest(
                    "InvalidArgument",
                    "A version-id marker cannot be specified without a key marker.");
        }
        return VersionId.parse(text)
                .orElseThrow(() ->
                        AwsError.badRequest("InvalidArgument", "Invalid version id specified"));
    }

    private Bucket open(CallContext context, HttpCall call, String action) {
        Bucket bucket =
                new Target(Target.of(call).bucket(), "").require(buckets, context, call, action);
        bucket.objects().trouble().beforeList(context.now());
        return bucket;
    }

    private static byte[] start(byte[] marker) {
        return marker.length == 0 ? marker : Keys.after(marker);
    }

    private static XmlBytes head(String root, Bucket bucket, Listing page) {
        ListRequest request = page.request();
        XmlBytes out =
                XmlBytes.document(page.entries().length() + page.prefixes().length() + 2_048);
        out.raw("<" + root + " xmlns=\"" + XmlBytes.NAMESPACE + "\">");
        out.element("Name", bucket.name());
        page.keyElement(out, "Prefix", request.prefix());
        if (request.delimiter().length > 0) {
            page.keyElement(out, "Delimiter", request.delimiter());
        }
        if (request.urlEncoding()) {
            out.element("EncodingType", "url");
        }
        out.raw("<MaxKeys>").number(request.maxKeys()).raw("</MaxKeys>");
        return out.element("IsTruncated", String.valueOf(page.isTruncated()));
    }

    private static HttpAnswer finish(
            CallContext context, Bucket bucket, XmlBytes out, Listing page, String root) {
        out.append(page.entries()).append(page.prefixes()).raw("</" + root + ">");
        bucket.objects().trouble().afterList(bucket.objects(), context.now());
        return Answers.xml(context, out);
    }

    private static String token(byte[] lastKey) {
        byte[] start = TOKEN_START.getBytes(StandardCharsets.US_ASCII);
        XmlBytes plain = new XmlBytes(start.length + lastKey.length).raw(start).raw(lastKey);
        return Base64.getEncoder().encodeToString(plain.toBytes());
    }

    private static byte[] position(String token) {
        try {
            String text = Keys.text(Base64.getDecoder().decode(token));
            if (text.startsWith(TOKEN_START)) {
                return Keys.bytes(text.substring(TOKEN_START.length()));
            }
        } catch (IllegalArgumentException e) {
            throw badToken();
        }
        throw badToken();
    }

    private static AwsError badToken() {
        return AwsError.badRequest(
                "InvalidArgument", "The continuation token provided is incorrect");
    }
}
