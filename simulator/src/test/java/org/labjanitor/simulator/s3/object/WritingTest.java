package org.labjanitor.simulator.s3.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.labjanitor.simulator.http.HttpAnswer;
import org.labjanitor.simulator.s3.bucket.Versioning;

class WritingTest {
    private static final String ETAG_OF_ABC = "\"900150983cd24fb0d6963f7d28e17f72\"";

    private final ObjectCalls calls = new ObjectCalls();

    private HttpAnswer put(String key, String content, Map<String, String> headers) {
        return calls.call(
                "PutObject",
                "PUT",
                "/lab/" + key,
                "",
                headers,
                content.getBytes(StandardCharsets.UTF_8));
    }

    private String get(String key) {
        return ObjectCalls.text(
                calls.call("GetObject", "GET", "/lab/" + key, "", Map.of(), new byte[0]));
    }

    @Test
    void aChunkedBodyIsPutTogether() {
        String body =
                "3;chunk-signature=abc\r\nabc\r\n2\r\nde\r\n0\r\nx-amz-checksum-crc32:hYfYZQ==\r\n\r\n";
        put("k", body, Map.of("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"));
        assertThat(get("k")).isEqualTo("abcde");
        assertThatThrownBy(() ->
                        put(
                                "k",
                                body.replace("abc\r", "abd\r"),
                                Map.of(
                                        "x-amz-content-sha256",
                                        "STREAMING-UNSIGNED-PAYLOAD-TRAILER")))
                .hasMessageContaining("CRC32");
        assertThatThrownBy(() ->
                        put(
                                "k",
                                body.substring(0, 26),
                                Map.of(
                                        "x-amz-content-sha256",
                                        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD")))
                .hasMessageContaining("number of bytes");
    }

    @Test
    void conditionsDecideWhetherAWriteHappens() {
        put("k", "abc", Map.of("if-none-match", "*"));
        assertThatThrownBy(() -> put("k", "x", Map.of("if-none-match", "*")))
                .hasMessageContaining("pre-conditions");
        assertThatThrownBy(() -> put("k", "x", Map.of("if-match", "\"0123\"")))
                .hasMessageContaining("pre-conditions");
        assertThatThrownBy(() -> put("none", "x", Map.of("if-match", ETAG_OF_ABC)))
                .hasMessageContaining("does not exist");
        assertThat(get("k")).isEqualTo("abc");
        put("k", "new", Map.of("if-match", ETAG_OF_ABC));
        assertThat(get("k")).isEqualTo("new");
    }

    @Test
    void aDeleteMarkerIsNoCurrentVersionForAConditionalWrite() {
        calls.bucket.versioning(Versioning.ENABLED);
        put("k", "abc", Map.of());
        calls.delete("k");

        put("k", "again", Map.of("if-none-match", "*"));
        assertThat(get("k")).isEqualTo("again");
    }

    @Test
    void aDeleteMayHaveAConditionToo() {
        put("k", "abc", Map.of());
        assertThatThrownBy(() -> delete("k", "\"0123\"")).hasMessageContaining("pre-conditions");
        delete("k", ETAG_OF_ABC);
        assertThat(calls.objects.isEmpty()).isTrue();
        assertThatThrownBy(() -> delete("k", "*")).hasMessageContaining("does not exist");
    }

    private void delete(String key, String ifMatch) {
        calls.call(
                "DeleteObject",
                "DELETE",
                "/lab/" + key,
                "",
                Map.of("if-match", ifMatch),
                new byte[0]);
    }

    @Test
    void seededObjectsHaveContentThatFitsTheirSizeAndTag() {
        calls.objects.put("zeros", 3, "STANDARD_IA", ObjectCalls.NOW);

        HttpAnswer answer = calls.call("GetObject", "GET", "/lab/zeros", "", Map.of(), new byte[0]);
        assertThat(answer.body()).containsExactly(0, 0, 0);
        assertThat(answer.headers())
                .containsEntry("ETag", "\"" + ETags.of(new byte[3]) + "\"")
                .containsEntry("x-amz-storage-class", "STANDARD_IA")
                .containsEntry("Last-Modified", "Fri, 20 Nov 2026 10:00:00 GMT");
        assertThat(
                        calls.call("HeadObject", "HEAD", "/lab/zeros", "", Map.of(), new byte[0])
                                .headers())
                .containsEntry("Content-Length", "3");
    }

    @Test
    void aLockNeedsABucketWithObjectLock() {
        assertThatThrownBy(() -> put("k", "x", Map.of("x-amz-object-lock-legal-hold", "ON")))
                .hasMessage("Bucket is missing Object Lock Configuration");
    }

    @Test
    void unknownStorageClassesAndLongKeysAreRefused() {
        assertThatThrownBy(() -> put("k", "x", Map.of("x-amz-storage-class", "CHEAP")))
                .hasMessageContaining("storage class");
        assertThatThrownBy(() -> put("k".repeat(1_025), "x", Map.of()))
                .hasMessage("Your key is too long");
        assertThat(calls.objects.isEmpty()).isTrue();
    }
}
