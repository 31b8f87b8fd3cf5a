package org.labjanitor.simulator.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.labjanitor.simulator.http.HttpAnswer;
import org.labjanitor.simulator.http.HttpCall;
import software.amazon.awssdk.core.SdkPojo;

/** AWS JSON 1.0 and 1.1 (smithy.io, "AWS JSON 1.0 protocol", "AWS JSON 1.1 protocol"). */
public final class AwsJsonProtocol implements WireProtocol {
    private final DocumentFormat<JsonGenerator> json;
    private final String contentType;
    private final String targetPrefix;
    private final ErrorNames errorNames;

    /**
     * @param version {@code 1.0} or {@code 1.1}
     * @param target what stands before the operation's name in {@code X-Amz-Target}, such as {@code
     *     AmazonSSM}
     */
    public AwsJsonProtocol(String version, String target, ErrorNames errorNames) {
        this.contentType = "application/x-amz-json-" + version;
        this.targetPrefix = target + ".";
        this.errorNames = errorNames;
        JsonFactory factory = new JsonFactory();
        this.json =
                new DocumentFormat<>(
                        factory, factory::createGenerator, AwsJsonProtocol::writeTimestamp);
    }

    @Override
    public boolean recognises(HttpCall call) {
        return target(call).startsWith(targetPrefix);
    }

    @Override
    public String operationName(HttpCall call) {
        return target(call).substring(targetPrefix.length());
    }

    private static String target(HttpCall call) {
        return call.header("x-amz-target").orElse("");
    }

    @Override
    public SdkPojo read(HttpCall call, SdkPojo requestBuilder) {
        return json.read(call.body(), requestBuilder);
    }

    @Override
    public HttpAnswer write(String operationName, SdkPojo response, String requestId) {
        return new HttpAnswer(200, headers(requestId), json.write(response));
    }

    @Override
    public HttpAnswer writeError(AwsError error, String requestId) {
        String shape = errorNames.shape(error);
        Map<String, String> headers = new TreeMap<>(headers(requestId));
        headers.put("x-amzn-errortype", shape);
        return new HttpAnswer(
                error.httpStatus(),
                errorNames.headers(error, headers),
                json.writeError(shape, error.message()));
    }

    private Map<String, String> headers(String requestId) {
        return Map.of("Content-Type", contentType, "x-amzn-RequestId", requestId);
    }

    private static void writeTimestamp(JsonGenerator out, Instant instant) throws IOException {
        if (instant.getNano() == 0) {
            out.writeNumber(instant.getEpochSecond());
        } else {
            // Not as a double: 1.55E9 is valid JSON, but not every client reads it.
            out.writeNumber(BigDecimal.valueOf(instant.toEpochMilli(), 3));
        }
    }
}
