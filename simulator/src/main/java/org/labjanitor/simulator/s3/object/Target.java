package org.labjanitor.simulator.s3.object;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.labjanitor.simulator.http.HttpCall;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.BucketDirectory;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.wire.AwsError;

/**
 * Bucket and key that a call addresses by its path, as in {@code /bucket/some/key}.
 *
 * @param key empty for an operation on the bucket
 */
record Target(String bucket, String key) {
    private static final int LONGEST_KEY = 1024;

    static Target of(HttpCall call) {
        return ofPath(call.path());
    }

    /** Reads a percent-encoded path, as a call has it and the header of a copy. */
    static Target ofPath(String path) {
        String rest = path.startsWith("/") ? path.substring(1) : path;
        int slash = rest.indexOf('/');
        if (slash < 0) {
            return new Target(decode(rest), "");
        }
        return new Target(decode(rest.substring(0, slash)), decode(rest.substring(slash + 1)));
    }

    /** Unlike in a query, a plus in a path is a plus. */
    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                out.write((hex(bytes, i + 1) << 4) | hex(bytes, i + 2));
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int hex(byte[] bytes, int at) {
        int digit = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
        if (digit < 0) {
            throw AwsError.badRequest("InvalidURI", "Couldn't parse the specified URI.");
        }
        return digit;
    }

    byte[] keyBytes() {
        return Keys.bytes(key);
    }

    /** The bucket, if the call may do to it, or to the key in it, what it is about to. */
    Bucket require(BucketDirectory buckets, CallContext context, HttpCall call, String action) {
        if (key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
            throw AwsError.badRequest("KeyTooLongError", "Your key is too long");
        }
        return buckets.require(
                context,
                bucket,
                call.header("x-amz-expected-bucket-owner").orElse(null),
                action,
                key.isEmpty() ? null : key,
                conditions(call));
    }

    /** What policies may ask about a listing. */
    private Map<String, String> conditions(HttpCall call) {
        Query query = Query.of(call);
        return key.isEmpty() && query.has("prefix")
                ? Map.of("s3:prefix", query.text("prefix"))
                : Map.of();
    }
}
