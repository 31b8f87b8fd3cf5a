package org.labjanitor.simulator.s3.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a write says about its body, and whether it is true. */
class ChecksumTest {
    private static final byte[] DIGITS = "123456789".getBytes(StandardCharsets.US_ASCII);

    /** The check value of CRC-64/NVME. */
    private static final String CHECK = "rosUhgp5mIg=";

    private final ObjectCalls calls = new ObjectCalls();

    private Map<String, String> put(byte[] body, Map<String, String> headers) {
        return calls.call("PutObject", "PUT", "/lab/k", "", headers, body).headers();
    }

    @Test
    void contentWithoutChecksumGetsOne() {
        assertThat(put(DIGITS, Map.of()))
                .containsEntry("x-amz-checksum-crc64nvme", CHECK)
                .containsEntry("x-amz-checksum-type", "FULL_OBJECT");
    }

    @Test
    void aWrongChecksumOfAnyKindIsRefused() {
        put(DIGITS, Map.of("x-amz-checksum-crc64nvme", CHECK));
        assertThatThrownBy(() -> put(DIGITS, Map.of("x-amz-checksum-crc64nvme", "AAAAAAAAAAA=")))
                .hasMessageContaining("CRC64NVME you specified did not match");
        assertThatThrownBy(() -> put(DIGITS, Map.of("x-amz-checksum-crc32", "AAAAAAAAAAA=")))
                .hasMessage("Value for x-amz-checksum-crc32 header is invalid.");
        assertThatThrownBy(() -> put(DIGITS, Map.of("x-amz-content-sha256", "0".repeat(64))))
                .hasMessageContaining("does not match what was computed");
        assertThatThrownBy(() ->
                        put(
                                DIGITS,
                                Map.of(
                                        "x-amz-checksum-crc64nvme",
                                        CHECK,
                                        "x-amz-checksum-crc32",
                                        "y/Q5Jg==")))
                .hasMessageContaining("Expecting a single x-amz-checksum- header");
    }

    @Test
    void anAnnouncedTrailerHasToCome() {
        byte[] body = "3\r\nabc\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() ->
                        put(
                                body,
                                Map.of(
                                        "x-amz-content-sha256",
                                        "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
                                        "x-amz-trailer",
                                        "x-amz-checksum-crc32")))
                .hasMessageContaining("trailing data");
        assertThatThrownBy(() ->
                        put(
                                body,
                                Map.of(
                                        "x-amz-content-sha256",
                                        "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
                                        "x-amz-decoded-content-length",
                                        "4")))
                .hasMessageContaining("number of bytes");
    }
}
