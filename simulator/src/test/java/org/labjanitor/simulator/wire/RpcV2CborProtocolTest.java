package org.labjanitor.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.labjanitor.simulator.http.HttpAnswer;
import org.labjanitor.simulator.http.HttpCall;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

class RpcV2CborProtocolTest {
    private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());

    private final RpcV2CborProtocol protocol =
            new RpcV2CborProtocol(
                    "GraniteServiceVersion20100801",
                    ErrorNames.queryCompatible(
                            Map.of("InvalidParameterValue", "InvalidParameterValueException")));

    @Test
    void theHeaderMakesTheProtocolAndThePathNamesTheOperation() {
        HttpCall call = call(new byte[0]);

        assertThat(protocol.recognises(call)).isTrue();
        assertThat(protocol.operationName(call)).isEqualTo("GetMetricData");
        assertThat(
                        protocol.recognises(
                                new HttpCall("POST", call.path(), "", Map.of(), new byte[0])))
                .isFalse();
    }

    @Test
    void aTimestampIsTagOneAndANumber() throws IOException {
        HttpAnswer answer =
                protocol.write(
                        "GetMetricData",
                        GetMetricDataResponse.builder()
                                .metricDataResults(
                                        MetricDataResult.builder()
                                                .timestamps(Instant.ofEpochSecond(1_700_000_000))
                                                .values(List.of())
                                                .build())
                                .build(),
                        "r-1");

        try (CBORParser in = new CBORFactory().createParser(answer.body())) {
            while (in.nextToken() != JsonToken.VALUE_NUMBER_INT) {
                assertThat(in.currentToken()).as("before the end").isNotNull();
            }
            assertThat(in.getCurrentTag()).isEqualTo(1);
            assertThat(in.getLongValue()).isEqualTo(1_700_000_000);
        }
        assertThat(answer.headers())
                .containsEntry("smithy-protocol", "rpc-v2-cbor")
                .containsEntry("Content-Type", "application/cbor");
        JsonNode result = CBOR.readTree(answer.body()).at("/MetricDataResults/0");
        assertThat(result.has("Label")).as("what was never set").isFalse();
        assertThat(result.at("/Values").isArray()).as("what was set to an empty list").isTrue();
    }

    @Test
    void anErrorNamesItsShapeInTheBodyAndItsOldCodeInAHeader() throws IOException {
        HttpAnswer answer =
                protocol.writeError(
                        AwsError.badRequest("InvalidParameterValue", "No such value."), "r-1");

        JsonNode body = CBOR.readTree(answer.body());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(body.at("/__type").asText()).isEqualTo("InvalidParameterValueException");
        assertThat(body.at("/message").asText()).isEqualTo("No such value.");
        assertThat(answer.headers())
                .containsEntry("x-amzn-query-error", "InvalidParameterValue;Sender")
                .containsEntry("x-amzn-RequestId", "r-1");
    }

    @Test
    void aMemberThatTheModelLacksIsRefusedByName() throws IOException {
        byte[] body = CBOR.writeValueAsBytes(Map.of("Colour", "red"));

        assertThatThrownBy(() -> protocol.read(call(body), GetMetricDataRequest.builder()))
                .isInstanceOf(AwsError.class)
                .hasMessageContaining("Colour");
    }

    @Test
    void aMemberOfTheWrongTypeIsASerializationError() throws IOException {
        byte[] body = CBOR.writeValueAsBytes(Map.of("StartTime", "yesterday"));

        assertThatThrownBy(() -> protocol.read(call(body), GetMetricDataRequest.builder()))
                .isInstanceOfSatisfying(
                        AwsError.class,
                        e -> assertThat(e.code()).isEqualTo("SerializationException"));
    }

    @Test
    void bytesThatAreNotCborAreASerializationError() {
        byte[] body = {(byte) 0xbf, (byte) 0xff, 0x1c};

        assertThatThrownBy(() ->
                        protocol.read(call(new byte[] {0x1c}), GetMetricDataRequest.builder()))
                .isInstanceOf(AwsError.class);
        assertThat(protocol.read(call(body), GetMetricDataRequest.builder()))
                .as("an empty map")
                .isEqualTo(GetMetricDataRequest.builder().build());
    }

    private static HttpCall call(byte[] body) {
        return new HttpCall(
                "POST",
                "/service/GraniteServiceVersion20100801/operation/GetMetricData",
                "",
                Map.of("smithy-protocol", List.of("rpc-v2-cbor")),
                body);
    }
}
