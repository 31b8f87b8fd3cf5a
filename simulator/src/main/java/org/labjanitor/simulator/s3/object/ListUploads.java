package org.labjanitor.simulator.s3.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.http.HttpAnswer;
import org.labjanitor.simulator.http.HttpCall;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.BucketDirectory;
import org.labjanitor.simulator.service.CallContext;

/** {@code ListMultipartUploads}: by key, and by when they started within a key. */
final class ListUploads {
    private final BucketDirectory buckets;

    ListUploads(BucketDirectory buckets) {
        this.buckets = buckets;
    }

    HttpAnswer list(CallContext context, HttpCall call) {
        Target target = new Target(Target.of(call).bucket(), "");
        Bucket bucket = target.require(buckets, context, call, "s3:ListBucketMultipartUploads");
        Query query = Query.of(call);
        ListRequest request =
                new ListRequest(
                        query.bytes("prefix"),
                        query.bytes("delimiter"),
                        query.pageSize("max-uploads"),
                        query.urlEncoding());
        Page page = new Page(request, query.bytes("key-marker"), query.text("upload-id-marker"));
        page.fill(bucket.objects().pendingUploads().iterator());
        return Answers.xml(context, page.write(bucket, CanonicalId.of(bucket.ownerAccount())));
    }

    private static final class Page {
        private final ListRequest request;
        private final byte[] keyMarker;
        private final String idMarker;
        private final List<Uploads.Upload> uploads = new ArrayList<>();
        private final NavigableSet<byte[]> prefixes = new TreeSet<>(Arrays::compareUnsigned);
        private boolean truncated;
        private boolean markerPassed;
        private byte[] lastKey = {};
        private Uploads.@Nullable Upload last;

        Page(ListRequest request, byte[] keyMarker, String idMarker) {
            this.request = request;
            this.keyMarker = keyMarker;
            this.idMarker = idMarker;
        }

        void fill(Iterator<Uploads.Upload> all) {
            while (all.hasNext() && !truncated && request.maxKeys() > 0) {
                Uploads.Upload upload = all.next();
                byte[] key = upload.key();
                if (isAfterMarker(upload)
                        && Keys.startsWith(key, 0, key.length, request.prefix())) {
                    offer(upload, request.commonPrefixLength(key, 0, key.length));
                }
            }
        }

        /** Without an id the marker stands for all uploads of its key. */
        private boolean isAfterMarker(Uploads.Upload upload) {
            int order = Arrays.compareUnsigned(upload.key(), keyMarker);
            if (order != 0) {
                return order > 0;
            }
            boolean after = markerPassed;
            markerPassed |= upload.id().equals(idMarker);
            return after && !idMarker.isEmpty();
        }

        private void offer(Uploads.Upload upload, int rolledUp) {
            byte[] prefix = Arrays.copyOf(upload.key(), rolledUp);
            if (rolledUp > 0 && (prefixes.contains(prefix) || Arrays.equals(prefix, keyMarker))) {
                return;
            }
            if (uploads.size() + prefixes.size() == request.maxKeys()) {
                truncated = true;
            } else if (rolledUp > 0) {
                prefixes.add(prefix);
                lastKey = prefix;
                last = null;
            } else {
                uploads.add(upload);
                lastKey = upload.key();
                last = upload;
            }
        }

        XmlBytes write(Bucket bucket, String owner) {
            XmlBytes out =
                    UploadOperations.root("ListMultipartUploadsResult")
                            .element("Bucket", bucket.name());
            key(out, "KeyMarker", keyMarker);
            out.element("UploadIdMarker", idMarker);
            key(out, "Prefix", request.prefix());
            if (request.delimiter().length > 0) {
                key(out, "Delimiter", request.delimiter());
            }
            if (request.urlEncoding()) {
                out.element("EncodingType", "url");
            }
            if (truncated) {
                key(out, "NextKeyMarker", lastKey);
                out.element("NextUploadIdMarker", last == null ? "" : last.id());
            }
            out.element("MaxUploads", String.valueOf(request.maxKeys()))
                    .element("IsTruncated", String.valueOf(truncated));
            uploads.forEach(upload -> upload(out, upload, owner));
            for (byte[] prefix : prefixes) {
                out.raw("<CommonPrefixes>");
                key(out, "Prefix", prefix);
                out.raw("</CommonPrefixes>");
            }
            return out.raw("</ListMultipartUploadsResult>");
        }

        private void upload(XmlBytes out, Uploads.Upload upload, String owner) {
            out.raw("<Upload>");
            key(out, "Key", upload.key());
            out.element("UploadId", upload.id())
                    .raw("<Initiator>")
                    .element("ID", owner)
                    .raw("</Initiator><Owner>")
                    .element("ID", owner)
                    .raw("</Owner>")
                    .element("StorageClass", upload.storageClass())
                    .element("Initiated", XmlBytes.time(upload.started()))
                    .raw("</Upload>");
        }

        private void key(XmlBytes out, String name, byte[] utf8) {
            out.raw("<" + name + ">");
            if (request.urlEncoding()) {
                out.urlEncoded(utf8, 0, utf8.length);
            } else {
                out.text(utf8, 0, utf8.length);
            }
            out.raw("</" + name + ">");
        }
    }
}
