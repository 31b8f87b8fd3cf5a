package org.labjanitor.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;

/** A request that somebody has put into the request bucket, and what S3 tells of it. */
record RequestFile(String bucket, String key, String version) {
    private static final int WHOLE_TIME = 900_000;

    /** Hands the event over as Lambda does; gives the function's answer. */
    String runBy(RequestStreamHandler handler) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(event().getBytes(UTF_8)), answer, context());
        } catch (IOException e) {
            throw new UncheckedIOException("writing into memory", e);
        }
        return answer.toString(UTF_8);
    }

    private String event() {
        return """
        {"Records": [{"eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "us-east-1",
          "eventTime": "2026-11-20T10:00:00.000Z", "eventName": "ObjectCreated:Put",
          "s3": {"s3SchemaVersion": "1.0", "configurationId": "requests",
            "bucket": {"name": "%s", "arn": "arn:aws:s3:::%s"},
            "object": {"key": "%s", "size": 18, "versionId": "%s", "sequencer": "01"}}}]}
        """
                .formatted(bucket, bucket, key, version);
    }

    private static Context context() {
        return (Context)
                Proxy.newProxyInstance(
                        RequestFile.class.getClassLoader(),
                        new Class<?>[] {Context.class},
                        (_, method, _) ->
                                switch (method.getName()) {
                                    case "getAwsRequestId" -> "run-by-file";
                                    case "getRemainingTimeInMillis" -> WHOLE_TIME;
                                    default -> throw new AssertionError(method);
                                });
    }
}
