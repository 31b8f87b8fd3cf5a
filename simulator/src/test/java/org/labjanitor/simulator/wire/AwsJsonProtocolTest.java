package org.labjanitor.simulator.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labjanitor.simulator.http.HttpAnswer;
import org.labjanitor.simulator.http.HttpCall;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;
import software.amazon.awssdk.services.ssm.model.DescribeSessionsRequest;
import software.amazon.awssdk.services.ssm.model.DescribeSessionsResponse;
import software.amazon.awssdk.services.ssm.model.Session;
import software.amazon.awssdk.services.ssm.model.SessionFilter;

class AwsJsonProtocolTest {
    private final AwsJsonProtocol protocol =
            new AwsJsonProtocol("1.1", "AmazonSSM", ErrorNames.plain());

    @Test
    void theTargetNamesServiceAndOperation() {
        HttpCall call = call("{}");

        assertThat(protocol.recognises(call)).isTrue();
        assertThat(protocol.operationName(call)).isEqualTo("DescribeSessions");
        assertThat(new AwsJsonProtocol("1.1", "Other", ErrorNames.plain()).recognises(call))
                .isFalse();
    }

    @Test
    void listsAndStructuresAreRead() {
        assertThat(
                        protocol.read(
                                call(
                                        """
                                        {"State":"History","MaxResults":7,"NextToken":null,
                                         "Filters":[{"key":"Target","value":"i-1"}]}
                                        """),
                                DescribeSessionsRequest.builder()))
                .isEqualTo(
                        DescribeSessionsRequest.builder()
                                .state("History")
                                .maxResults(7)
                                .filters(SessionFilter.builder().key("Target").value("i-1").build())
                                .build());
    }

    @ParameterizedTest
    @CsvSource({
        "1700000000, 2023-11-14T22:13:20Z",
        "1700000000.25, 2023-11-14T22:13:20.250Z",
        "1.7E9, 2023-11-14T22:13:20Z"
    })
    void aTimestampIsSecondsWithAFraction(String number, Instant expected) {
        LookupEventsRequest request =
                (LookupEventsRequest)
                        protocol.read(
                                call("{\"StartTime\":" + number + "}"),
                                LookupEventsRequest.builder());

        assertThat(request.startTime()).isEqualTo(expected);
    }

    @Test
    void timestampsAreWrittenWithoutAnExponent() {
        HttpAnswer answer =
                protocol.write(
                        "DescribeSessions",
                        DescribeSessionsResponse.builder()
                                .sessions(
                                        Session.builder()
                                                .startDate(Instant.ofEpochSecond(1_700_000_000))
                                                .endDate(Instant.ofEpochMilli(1_700_000_000_250L))
                                                .build())
                                .build(),
                        "r-1");

        assertThat(new String(answer.body(), UTF_8))
                .isEqualTo(
                        "{\"Sessions\":[{\"StartDate\":1700000000,\"EndDate\":1700000000.250}]}");
        assertThat(answer.headers()).containsEntry("Content-Type", "application/x-amz-json-1.1");
    }

    @Test
    void anErrorNamesItsTypeInBodyAndHeader() {
        HttpAnswer answer =
                protocol.writeError(AwsError.badRequest("InvalidNextToken", "Bad."), "r-1");

        assertThat(new String(answer.body(), UTF_8))
                .isEqualTo("{\"__type\":\"InvalidNextToken\",\"message\":\"Bad.\"}");
        assertThat(answer.headers())
                .containsEntry("x-amzn-errortype", "InvalidNextToken")
                .doesNotContainKey("x-amzn-query-error");
    }

    @Test
    void aMemberThatTheModelLacksIsRefusedByName() {
        assertThatThrownBy(() ->
                        protocol.read(
                                call("{\"Colour\":\"red\"}"), DescribeSessionsRequest.builder()))
                .isInstanceOf(AwsError.class)
                .hasMessageContaining("Colour");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "{", "[]", "{\"State\":7}", "{\"MaxResults\":\"7\"}"})
    void whatIsNoSuchDocumentIsASerializationError(String body) {
        assertThatThrownBy(() -> protocol.read(call(body), DescribeSessionsRequest.builder()))
                .isInstanceOfSatisfying(
                        AwsError.class,
                        e -> assertThat(e.code()).isEqualTo("SerializationException"));
    }

    private static HttpCall call(String body) {
        return new HttpCall(
                "POST",
                "/",
                "",
                Map.of("x-amz-target", List.of("AmazonSSM.DescribeSessions")),
                body.getBytes(UTF_8));
    }
}
