package org.labjanitor.runtime.aws;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A client would talk to another endpoint than the connection names. */
public final class OtherEndpointException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OtherEndpointException(String service, URI actual, @Nullable URI expected) {
        super(
                "%s would be reached at %s, as a variable such as AWS_ENDPOINT_URL_%s or the profile's endpoint_url says, but everything else at %s. Set AWS_ENDPOINT_URL, which counts for all, and take the other one away"
                        .formatted(service, actual, service, expected == null ? "AWS" : expected));
    }
}
