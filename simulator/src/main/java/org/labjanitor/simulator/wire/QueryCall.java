package org.labjanitor.simulator.wire;

import org.labjanitor.simulator.http.HttpCall;
import software.amazon.awssdk.core.SdkPojo;

/** A call written as a form with {@code Action} and {@code Version}. */
final class QueryCall {
    private final String version;
    private final QueryReader reader;

    QueryCall(String version, QueryReader reader) {
        this.version = version;
        this.reader = reader;
    }

    boolean recognises(HttpCall call) {
        boolean form =
                call.header("content-type")
                        .map(type -> type.startsWith("application/x-www-form-urlencoded"))
                        .orElse(false);
        return form || call.query().contains("Action=");
    }

    String operationName(HttpCall call) {
        return QueryParameters.of(call)
                .take("Action")
                .map(QueryParameters::text)
                .orElseThrow(() ->
                        AwsError.badRequest(
                                "MissingAction", "The request has no parameter Action"));
    }

    SdkPojo read(HttpCall call, SdkPojo requestBuilder) {
        QueryParameters parameters = QueryParameters.of(call);
        parameters.take("Action");
        String asked = parameters.take("Version").map(QueryParameters::text).orElse("");
        if (!asked.equals(version)) {
            throw AwsError.badRequest(
                    "NoSuchVersion", "The lab speaks version " + version + ", not '" + asked + "'");
        }
        return reader.read(parameters, requestBuilder);
    }
}
