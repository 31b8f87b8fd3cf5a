package org.labjanitor.simulator.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labjanitor.simulator.http.HttpCall;
import org.labjanitor.simulator.wire.RestCall;

class HostStyleTest {
    private static HttpCall call(String host, String path) {
        return new HttpCall("GET", path, "", Map.of("host", List.of(host)), new byte[0]);
    }

    @ParameterizedTest
    @CsvSource({
        "lab.localhost:4566,/a,/lab/a",
        "lab.localhost,/,/lab/",
        "lab.s3.localhost:80,/a,/lab/a",
        "lab.s3.us-east-1.localhost:80,/a//b/../c,/lab/a//b/../c",
        "my.lab.127.0.0.1.nip.io:80,/a,/my.lab/a",
        "lab.s3.eu-central-1.amazonaws.com,/a,/lab/a",
        "lab.s3-us-west-2.amazonaws.com,/a,/lab/a",
    })
    void aBucketInFrontOfAKnownHostGoesIntoThePath(String host, String path, String expected) {
        assertThat(HostStyle.toPathStyle(call(host, path)).path()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:4566,/lab/a",
        "localhost,/lab/a",
        "s3.localhost:80,/lab/a",
        "s3.us-east-1.localhost:80,/lab/a",
        "127.0.0.1.nip.io,/lab/a",
        "s3.us-west-2.amazonaws.com,/lab/a",
        "simulator:4566,/lab/a"
    })
    void aHostWithoutABucketLeavesThePathAlone(String host, String path) {
        assertThat(HostStyle.toPathStyle(call(host, path)).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "/lab/a+b%2Bc%20d,a+b+c d",
        "/lab//a/./../b,/a/./../b",
        "/lab/%C3%A4%252F,\u00e4%2F",
        "/lab/a/,a/"
    })
    void aKeyIsDecodedOnceAndNeverNormalised(String path, String key) {
        assertThat(RestCall.of(call("localhost", path)).key()).contains(key);
    }
}
