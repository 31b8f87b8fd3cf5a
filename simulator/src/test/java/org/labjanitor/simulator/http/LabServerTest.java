package org.labjanitor.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LabServerTest {
    private final LabServer server = LabServer.start(0, LabServerTest::echoLength);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private static Optional<HttpAnswer> echoLength(HttpCall call) {
        boolean head = call.method().equals("HEAD");
        byte[] body =
                head
                        ? new byte[0]
                        : String.valueOf(call.body().length).getBytes(StandardCharsets.UTF_8);
        return Optional.of(
                new HttpAnswer(200, head ? Map.of("Content-Length", "12345") : Map.of(), body));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private HttpRequest.Builder put(byte[] body) {
        URI uri = server.endpoint().resolve("/a/b");
        return HttpRequest.newBuilder(uri).PUT(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    @Test
    void aHeadTellsTheLengthOfWhatIsNotSent() throws IOException, InterruptedException {
        HttpResponse<Void> answer =
                client.send(
                        HttpRequest.newBuilder(server.endpoint()).HEAD().build(),
                        HttpResponse.BodyHandlers.discarding());
        assertThat(answer.headers().firstValue("content-length")).hasValue("12345");
    }

    @Test
    void bigBodiesComeWhole() throws IOException, InterruptedException {
        assertThat(send(put(new byte[64 << 20]))).isEqualTo(String.valueOf(64 << 20));
    }

    @Test
    void whoAsksFirstIsToldToGoOn() throws IOException, InterruptedException {
        assertThat(send(put(new byte[100]).expectContinue(true))).isEqualTo("100");
    }

    @Test
    void bodiesWithoutALengthAreRead() throws IOException, InterruptedException {
        byte[] body = new byte[100_000];
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.endpoint())
                        .PUT(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new java.io.ByteArrayInputStream(body)));
        assertThat(send(request)).isEqualTo("100000");
    }

    @Test
    void hundredsOfIdleConnectionsAreKept() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                sockets.add(new Socket(server.endpoint().getHost(), server.endpoint().getPort()));
            }
            for (int round = 0; round < 2; round++) {
                for (Socket socket : sockets) {
                    assertThat(exchange(socket)).startsWith("HTTP/1.1 200");
                }
            }
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static String exchange(Socket socket) throws IOException {
        socket.getOutputStream()
                .write("GET / HTTP/1.1\r\nHost: lab\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n0") < 0) {
            int next = in.read();
            if (next < 0) {
                return "hung up after: " + answer;
            }
            answer.append((char) next);
        }
        return answer.toString();
    }
}
