package org.labjanitor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

class ControlPlaneTest {
    private final Lab lab = Lab.builder().now(Instant.parse("2026-01-01T00:00:00Z")).start();
    private final RawCalls raw = new RawCalls(lab);

    @AfterEach
    void close() {
        raw.close();
        lab.close();
    }

    private String control(String method, String path, String document)
            throws IOException, InterruptedException {
        var answer = raw.control(method, path, document);
        return (answer.statusCode() + " " + answer.body()).strip();
    }

    @Test
    void theClockIsReadAndTurned() throws IOException, InterruptedException {
        assertThat(control("GET", "clock", "")).isEqualTo("200 {\"now\":\"2026-01-01T00:00:00Z\"}");
        assertThat(control("POST", "clock", "{\"advance\": \"PT24H\"}"))
                .isEqualTo("200 {\"now\":\"2026-01-02T00:00:00Z\"}");
        assertThat(control("POST", "clock", "{\"now\": \"2026-02-01T00:00:00Z\"}"))
                .isEqualTo("200 {\"now\":\"2026-02-01T00:00:00Z\"}");
        assertThat(lab.clock().now()).isEqualTo("2026-02-01T00:00:00Z");
    }

    @Test
    void theClockNeverGoesBack() {
        lab.clock().advance(Duration.ofHours(1));
        assertThatThrownBy(() -> lab.clock().advance(Duration.ofHours(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> lab.clock().set(Instant.parse("2026-01-01T00:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    clock  | {                                               | not JSON
                    clock  | []                                              | expected an object
                    clock  | {}                                              | either 'now' or 'advance'
                    clock  | {"now": "2027-01-01T00:00:00Z", "advance": "P1D"} | either 'now' or 'advance'
                    clock  | {"advance": "tomorrow"}                         | 'advance' is not readable: 'tomorrow'
                    clock  | {"advance": 5}                                  | 'advance' must be a string
                    clock  | {"forward": "P1D"}                              | unknown field 'forward'
                    clock  | {"advance": "PT-1S"}                            | only goes forward
                    faults | {}                                              | expected a list of faults
                    faults | [{"operation": "X"}]                            | 'kind' is missing
                    faults | [{"kind": "throttle"}]                          | 'operation' is missing
                    faults | [{"kind": "fire", "operation": "X"}]            | 'kind' is not readable: 'fire'
                    faults | [{"kind": "error", "operation": "X", "call": 0}] | counted from 1
                    faults | [{"kind": "error", "operation": "X", "call": "second"}] | 'call' must be a whole number
                    faults | [{"kind": "error", "operation": "X", "status": 200}] | not the status of an error
                    """)
    void aBadDocumentIsAnsweredWithItsFault(String path, String document, String fault)
            throws IOException, InterruptedException {
        assertThat(control("POST", path, document)).startsWith("400 ").contains(fault);
        assertThat(lab.clock().now()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(lab.faults().all()).isEmpty();
    }

    @Test
    void faultsArePlacedAndLifted() throws IOException, InterruptedException {
        assertThat(
                        control(
                                "POST",
                                "faults",
                                """
                                [{"service": "ec2", "operation": "DescribeRegions", "region": "us-east-1", "kind": "throttle",
                                  "call": 1, "times": 2},
                                 {"operation": "DescribeVolumes", "kind": "slow", "delay": "PT0.01S", "call": "every"}]
                                """))
                .isEqualTo("200 {\"placed\":2}");
        try (Ec2Client ec2 = LabClients.ec2(lab)) {
            assertThatThrownBy(ec2::describeRegions).isInstanceOf(Ec2Exception.class);
            assertThat(control("DELETE", "faults", "")).isEqualTo("204");
            ec2.describeRegions();
        }
    }

    @Test
    void theCallsAreShownAndForgotten() throws IOException, InterruptedException {
        try (Ec2Client ec2 = LabClients.ec2(lab)) {
            ec2.describeRegions();
        }
        assertThat(control("GET", "calls", ""))
                .startsWith("200 [{\"at\":\"2026-01-01T00:00:00Z\",\"service\":\"ec2\"")
                .contains("\"operation\":\"DescribeRegions\"")
                .contains("\"mutating\":false");
        assertThat(control("DELETE", "calls", "")).isEqualTo("204");
        assertThat(control("GET", "calls", "")).isEqualTo("200 []");
    }

    @Test
    void theLabSaysThatItIsWell() throws IOException, InterruptedException {
        assertThat(control("GET", "health", "")).isEqualTo("200 {\"status\":\"ok\"}");
        assertThat(control("GET", "nonsense", "")).startsWith("404 ");
    }
}
