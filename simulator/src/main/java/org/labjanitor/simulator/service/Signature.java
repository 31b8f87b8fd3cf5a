package org.labjanitor.simulator.service;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labjanitor.simulator.http.HttpCall;

/**
 * What a SigV4 credential scope says about a call. The signature itself is not checked: the lab
 * knows no secrets.
 *
 * @param service the signing name, such as {@code monitoring}
 */
public record Signature(String accessKeyId, String region, String service) {
    private static final Pattern CREDENTIAL =
            Pattern.compile(
                    "AWS4-HMAC-SHA256 .*?Credential=([^/,\\s]+)/\\d{8}/([^/]+)/([^/]+)/aws4_request.*");

    /** A presigned call carries its signature in the query, percent-encoded. */
    private static final Pattern PRESIGNED =
            Pattern.compile(
                    "(?:.*&)?X-Amz-Credential=([^&]+?)(?:/|%2F)\\d{8}(?:/|%2F)([^&]+?)(?:/|%2F)([^&]+?)(?:/|%2F)aws4_request.*",
                    Pattern.CASE_INSENSITIVE);

    private static final String ASYMMETRIC = "AWS4-ECDSA-P256-SHA256";

    /** Empty where the call is not signed, or signed in a way that the lab does not know. */
    public static Optional<Signature> of(HttpCall call) {
        return call.header("authorization")
                .map(header -> read(CREDENTIAL, header))
                .orElseGet(() -> read(PRESIGNED, call.query()));
    }

    /** Whether the call is signed with SigV4a, which names no Region; the lab does not know it. */
    static boolean isAsymmetric(HttpCall call) {
        return call.header("authorization").orElse("").startsWith(ASYMMETRIC)
                || call.query().contains("X-Amz-Algorithm=" + ASYMMETRIC);
    }

    private static Optional<Signature> read(Pattern pattern, String text) {
        return Optional.of(pattern.matcher(text))
                .filter(Matcher::matches)
                .map(match -> new Signature(match.group(1), match.group(2), match.group(3)));
    }
}
