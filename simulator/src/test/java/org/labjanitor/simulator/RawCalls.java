package org.labjanitor.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Calls as no well-behaved client makes them. */
final class RawCalls implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Lab lab;

    RawCalls(Lab lab) {
        this.lab = lab;
    }

    HttpResponse<String> signed(String service, String form)
            throws IOException, InterruptedException {
        return signed(Lab.DEFAULT_ACCOUNT, service, form);
    }

    HttpResponse<String> signed(String key, String service, String form)
            throws IOException, InterruptedException {
        return send(form(form).header("Authorization", authorization(key, service)));
    }

    HttpResponse<String> zipped(String service, String form)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(lab.endpoint())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Content-Encoding", "gzip")
                        .header("Authorization", authorization(Lab.DEFAULT_ACCOUNT, service))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(gzip(form))));
    }

    HttpResponse<String> unsigned(String form) throws IOException, InterruptedException {
        return send(form(form));
    }

    HttpResponse<String> control(String method, String path, String document)
            throws IOException, InterruptedException {
        URI uri = lab.endpoint().resolve("/_lab/" + path);
        return send(
                HttpRequest.newBuilder(uri)
                        .method(method, HttpRequest.BodyPublishers.ofString(document)));
    }

    private HttpRequest.Builder form(String form) {
        return HttpRequest.newBuilder(lab.endpoint())
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private static String authorization(String key, String service) {
        return "AWS4-HMAC-SHA256 Credential=%s/20261120/us-east-1/%s/aws4_request, SignedHeaders=host, Signature=0"
                .formatted(key, service);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
    }
}
