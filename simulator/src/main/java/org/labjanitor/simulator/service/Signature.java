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

    /** Empty where the call is not signed, or signed in a way that the lab does not know. */
    public static Optional<Signature> of(HttpCall call) {
        return call.header("authorization")
                .map(CREDENTIAL::matcher)
                .filter(Matcher::matches)
                .map(match -> new Signature(match.group(1), match.group(2), match.group(3)));
    }
}
