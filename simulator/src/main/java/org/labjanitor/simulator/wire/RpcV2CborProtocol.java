package org.labjanitor.simulator.wire;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.labjanitor.simulator.http.HttpAnswer;
import org.labjanitor.simulator.http.HttpCall;
import software.amazon.awssdk.core.SdkPojo;

/** Smithy's RPC v2 CBOR protocol (smithy.io, "Smithy RPC v2 CBOR protocol"). */
public final class RpcV2CborProtocol implements WireProtocol {
    private static final String PROTOCOL = "rpc-v2-cbor";
    private static final int EPOCH_TAG = 1;

    private final DocumentFormat<CBORGenerator> cbor;
    private final String pathPrefix;
    private final ErrorNames errorNames;

    /**
     * @param serviceName the service's shape name, such as {@code GraniteServiceVersion20100801}
     */
    public RpcV2CborProtocol(String serviceName, ErrorNames errorNames) {
        this.pathPrefix = "/service/" + serviceName + "/operation/";
        this.errorNames = errorNames;
        CBORFactory factory = new CBORFactory();
        this.cbor =
                new DocumentFormat<>(
                        factory, factory::createGenerator, RpcV2CborProtocol::writeTimestamp);
    }

    @Override
    public boolean recognises(HttpCall call) {
        return call.header("smithy-protocol").filter(PROTOCOL::equals).isPresent()
                && call.path().startsWith(pathPrefix);
    }

    @Override
    public String operationName(HttpCall call) {
        return call.path().substring(pathPrefix.length());
    }

    @Override
    public SdkPojo read(HttpCall call, SdkPojo requestBuilder) {
        return cbor.read(call.body(), requestBuilder);
    }

    @Override
    public HttpAnswer write(String operationName, SdkPojo response, String requestId) {
        return new HttpAnswer(200, headers(requestId), cbor.write(response));
    }

    @Override
    public HttpAnswer writeError(AwsError error, String requestId) {
        return new HttpAnswer(
                error.httpStatus(),
                errorNames.headers(error, headers(requestId)),
                cbor.writeError(errorNames.shape(error), error.message()));
    }

    private static Map<String, String> headers(String requestId) {
        return Map.of(
                "Content-Type",
                "application/cbor",
                "smithy-protocol",
                PROTOCOL,
                "x-amzn-RequestId",
                requestId);
    }

    private static void writeTimestamp(CBORGenerator out, Instant instant) throws IOException {
        out.writeTag(EPOCH_TAG);
        if (instant.getNano() == 0) {
            out.writeNumber(instant.getEpochSecond());
        } else {
            out.writeNumber(instant.toEpochMilli() / 1000d);
        }
    }
}
