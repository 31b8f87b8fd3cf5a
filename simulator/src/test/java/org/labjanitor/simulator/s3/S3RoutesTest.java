package org.labjanitor.simulator.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labjanitor.simulator.http.HttpCall;
import org.labjanitor.simulator.wire.RestXmlProtocol;

class S3RoutesTest {
    private final RestXmlProtocol protocol = new RestXmlProtocol("urn:test", S3Routes.table());

    private String operation(String method, String path, String query, String... headers) {
        Map<String, List<String>> all =
                headers.length == 0 ? Map.of() : Map.of(headers[0], List.of("x"));
        return protocol.operationName(new HttpCall(method, path, query, all, new byte[0]));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/,x-id=ListBuckets,ListBuckets",
        "PUT,/b,'',CreateBucket",
        "GET,/b/,prefix=a,ListObjects",
        "GET,/b,list-type=2&prefix=a,ListObjectsV2",
        "GET,/b,versions&max-keys=2,ListObjectVersions",
        "GET,/b,uploads=,ListMultipartUploads",
        "POST,/b,delete,DeleteObjects",
        "DELETE,/b,tagging,DeleteBucketTagging",
        "DELETE,/b/k,tagging,DeleteObjectTagging",
        "DELETE,/b/k,versionId=1,DeleteObject",
        "DELETE,/b/k,uploadId=1,AbortMultipartUpload",
        "PUT,/b/k,partNumber=1&uploadId=2,UploadPart",
        "POST,/b/k,uploads,CreateMultipartUpload",
        "POST,/b/k,uploadId=1,CompleteMultipartUpload"
    })
    void aCallIsRecognisedByWhatItLooksLike(
            String method, String path, String query, String operation) {
        assertThat(operation(method, path, query)).isEqualTo(operation);
    }

    @Test
    void aCopyIsKnownByItsHeader() {
        assertThat(operation("PUT", "/b/k", "", "x-amz-copy-source")).isEqualTo("CopyObject");
        assertThat(operation("PUT", "/b/k", "partNumber=1&uploadId=2", "x-amz-copy-source"))
                .isEqualTo("UploadPartCopy");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/b,accelerate",
        "GET,/b/k,torrent",
        "PUT,/b,requestPayment",
        "POST,/b/k,select&select-type=2",
        "GET,/b,inventory&id=1",
        "PATCH,/b,''"
    })
    void aCallThatTheTableDoesNotKnowIsNamedAndNotTakenForAnother(
            String method, String path, String query) {
        assertThatThrownBy(() -> operation(method, path, query))
                .hasMessageContaining(method + " /{Bucket}")
                .hasMessageContaining(query);
    }
}
