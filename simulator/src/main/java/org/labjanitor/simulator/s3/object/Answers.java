package org.labjanitor.simulator.s3.object;

import java.util.Map;
import java.util.TreeMap;
import org.labjanitor.simulator.http.HttpAnswer;
import org.labjanitor.simulator.service.CallContext;

/** Answers as S3 gives them. */
final class Answers {
    private static final byte[] NOTHING = {};

    private Answers() {}

    static HttpAnswer xml(CallContext context, XmlBytes document) {
        return new HttpAnswer(
                200,
                headers(context, Map.of("Content-Type", "application/xml")),
                document.toBytes());
    }

    static HttpAnswer bodyless(CallContext context, int status, Map<String, String> headers) {
        return new HttpAnswer(status, headers(context, headers), NOTHING);
    }

    static HttpAnswer bytes(
            CallContext context, int status, Map<String, String> headers, byte[] body) {
        return new HttpAnswer(status, headers(context, headers), body);
    }

    private static Map<String, String> headers(CallContext context, Map<String, String> own) {
        Map<String, String> all = new TreeMap<>(own);
        all.put("x-amz-request-id", context.requestId());
        return all;
    }
}
