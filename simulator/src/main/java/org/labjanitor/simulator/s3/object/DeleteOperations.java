package org.labjanitor.simulator.s3.object;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.http.HttpAnswer;
import org.labjanitor.simulator.http.HttpCall;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.BucketDirectory;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.DirectOperation;
import org.labjanitor.simulator.wire.AwsError;

/** {@code DeleteObject} and {@code DeleteObjects}. */
final class DeleteOperations {
    private final BucketDirectory buckets;

    DeleteOperations(BucketDirectory buckets) {
        this.buckets = buckets;
    }

    List<DirectOperation> all() {
        return List.of(
                new DirectOperation("DeleteObject", this::deleteObject),
                new DirectOperation("DeleteObjects", this::deleteObjects));
    }

    private HttpAnswer deleteObjects(CallContext context, HttpCall call) {
        Checksums.require(call);
        Payload payload = Payload.of(call);
        Checksums.verify(call, payload);
        DeleteRequest request = DeleteRequest.read(payload.bytes());
        Permissions permissions = new Permissions(buckets, context, call);
        Bucket bucket = permissions.bucket(request);
        requireMfa(bucket, call, request.entries().stream().anyMatch(e -> e.versionText() != null));
        ObjectSpace space = bucket.objects();
        if (space.trouble().beforeDelete()) {
            return internalErrorWithStatus200(context);
        }
        space.trouble()
                .admit(
                        request.entries().stream().map(DeleteRequest.Entry::key).toList(),
                        context.now());
        boolean bypass = permissions.bypassesGovernance();
        Deletion deletion = new Deletion(bucket.versioning(), context.now(), bypass, null);
        DeleteBatch batch =
                new DeleteBatch(
                        space,
                        deletion,
                        permissions,
                        request.quiet(),
                        new ObjectNews(context, bucket));
        request.entries().forEach(batch::delete);
        space.trouble().afterDelete(space, context.now());
        return Answers.xml(context, batch.finish());
    }

    private static HttpAnswer internalErrorWithStatus200(CallContext context) {
        XmlBytes out =
                XmlBytes.document(512)
                        .raw("<Error>")
                        .element("Code", "InternalError")
                        .element("Message", "We encountered an internal error. Please try again.")
                        .element("RequestId", context.requestId())
                        .raw("</Error>");
        return Answers.xml(context, out);
    }

    /** "Any versioned delete without the MFA token fails the whole request" [DeleteObjects]. */
    private static void requireMfa(Bucket bucket, HttpCall call, boolean versioned) {
        if (versioned && bucket.mfaDelete() && call.header("x-amz-mfa").isEmpty()) {
            throw new AwsError(
                    "AccessDenied", "Mfa Authentication must be used for this request", 403);
        }
    }

    private HttpAnswer deleteObject(CallContext context, HttpCall call) {
        Query query = Query.of(call);
        Target target = Target.of(call);
        VersionId id = versionId(query);
        Permissions permissions = new Permissions(buckets, context, call);
        Bucket bucket =
                target.require(
                        buckets,
                        context,
                        call,
                        id == null ? Permissions.DELETE : Permissions.DELETE_VERSION);
        requireMfa(bucket, call, id != null);
        byte[] key = target.keyBytes();
        ObjectSpace space = bucket.objects();
        space.trouble().beforeDelete();
        requireNoTrouble(space.trouble(), key, context);
        Deletion deletion =
                new Deletion(
                        bucket.versioning(),
                        context.now(),
                        permissions.bypassesGovernance(),
                        call.header("if-match").orElse(null));
        Removal removal = space.delete(key, id, deletion);
        new ObjectNews(context, bucket).removed(key, removal);
        space.trouble().afterDelete(space, context.now());
        return Answers.bodyless(context, 204, headers(removal, id));
    }

    private static void requireNoTrouble(Trouble trouble, byte[] key, CallContext context) {
        trouble.admit(List.of(key), context.now());
        if (trouble.refuses(key, context.now())) {
            throw Trouble.slowDown();
        }
        if (trouble.fails(key)) {
            throw new AwsError(
                    "InternalError", "We encountered an internal error. Please try again.", 500);
        }
    }

    private static Map<String, String> headers(Removal removal, @Nullable VersionId asked) {
        Map<String, String> headers = new TreeMap<>();
        switch (removal.kind()) {
            case LOCKED -> throw Permissions.locked();
            case MISSING ->
                    throw new AwsError("NoSuchKey", "The specified key does not exist.", 404);
            case CONDITION_FAILED -> throw Preconditions.failed();
            case MARKER_ADDED, MARKER_REMOVED -> {
                headers.put("x-amz-delete-marker", "true");
                headers.put("x-amz-version-id", removal.id().text());
            }
            case VERSION_REMOVED, NOTHING -> {
                if (asked != null) {
                    headers.put("x-amz-version-id", asked.text());
                }
            }
        }
        return headers;
    }

    /** The version that a call names in its query, or null. */
    static @Nullable VersionId versionId(Query query) {
        if (!query.has("versionId")) {
            return null;
        }
        String text = query.text("versionId");
        if (text.isEmpty()) {
            throw AwsError.badRequest("InvalidArgument", "Version id cannot be the empty string");
        }
        return VersionId.parse(text)
                .orElseThrow(() ->
                        AwsError.badRequest("InvalidArgument", "Invalid version id specified"));
    }
}
