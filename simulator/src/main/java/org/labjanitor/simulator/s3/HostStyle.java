package org.labjanitor.simulator.s3;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labjanitor.simulator.http.HttpCall;

/**
 * Turns virtual-hosted style, {@code bucket.localhost/key}, into path style, {@code
 * localhost/bucket/key} (S3 User Guide, "Virtual hosting of general purpose buckets").
 */
final class HostStyle {
    private static final String SERVICE =
            "(?:s3[.-](?:dualstack\\.)?(?:[a-z]{2}(?:-[a-z]+)+-\\d\\.)?)?";
    private static final String KNOWN_HOST =
            "(?:localhost|127\\.0\\.0\\.1(?:\\.nip\\.io)?|127-0-0-1\\.nip\\.io|host\\.docker\\.internal|amazonaws\\.com)(?::\\d+)?";
    private static final Pattern WITHOUT_BUCKET = Pattern.compile(SERVICE + KNOWN_HOST);
    private static final Pattern WITH_BUCKET =
            Pattern.compile("(?<bucket>.+?)\\." + SERVICE + KNOWN_HOST);

    private HostStyle() {}

    /** The call with its bucket in the path. A host that nobody knows has no bucket in its name. */
    static HttpCall toPathStyle(HttpCall call) {
        return call.header("host")
                .flatMap(HostStyle::bucketIn)
                .map(bucket -> withBucket(call, bucket))
                .orElse(call);
    }

    private static Optional<String> bucketIn(String host) {
        if (WITHOUT_BUCKET.matcher(host).matches()) {
            return Optional.empty();
        }
        Matcher match = WITH_BUCKET.matcher(host);
        return match.matches() ? Optional.of(match.group("bucket")) : Optional.empty();
    }

    private static HttpCall withBucket(HttpCall call, String bucket) {
        return new HttpCall(
                call.method(),
                "/" + bucket + (call.path().startsWith("/") ? "" : "/") + call.path(),
                call.query(),
                call.headers(),
                call.body());
    }
}
