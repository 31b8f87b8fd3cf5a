package org.labjanitor.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lab's HTTP server on loopback. Every call runs on a virtual thread of its own. */
public final class LabServer implements AutoCloseable {
    static {
        // Read once, when the JDK's server class is first used; without it every answer may wait
        // 40 ms for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // Otherwise the server hangs up on the 201st idle connection, and on any after 30 s: a
        // client that is about to use it sees a failure that no AWS endpoint would show so soon.
        System.setProperty("sun.net.httpserver.maxIdleConnections", "4096");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
    }

    private final HttpServer server;
    private final ExecutorService executor;

    private LabServer(HttpServer server, ExecutorService executor) {
        this.server = server;
        this.executor = executor;
    }

    /** Starts on the given port, or on any free one where it is 0. */
    public static LabServer start(int port, CallHandler handler) {
        try {
            InetSocketAddress address =
                    new InetSocketAddress(
                            InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
            HttpServer server = HttpServer.create(address, 1024);
            ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(executor);
            server.createContext("/", exchange -> serve(exchange, handler));
            server.start();
            return new LabServer(server, executor);
        } catch (IOException e) {
            throw new UncheckedIOException("the lab cannot listen on port " + port, e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private static void serve(HttpExchange exchange, CallHandler handler) throws IOException {
        try (exchange) {
            Optional<HttpAnswer> answer = answer(handler, read(exchange));
            if (answer.isPresent()) {
                write(exchange, answer.get());
            }
        }
    }

    /** A bug of the lab must look like one, and not like a connection that a fault has cut. */
    private static Optional<HttpAnswer> answer(CallHandler handler, HttpCall call) {
        try {
            return handler.answer(call);
        } catch (RuntimeException e) {
            byte[] text = ("lab failure: " + e + "\n").getBytes(StandardCharsets.UTF_8);
            return Optional.of(new HttpAnswer(500, Map.of("Content-Type", "text/plain"), text));
        }
    }

    private static HttpCall read(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        String query = exchange.getRequestURI().getRawQuery();
        return new HttpCall(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query == null ? "" : query,
                headers,
                body(exchange));
    }

    /** An object may well be zipped; only what is posted was zipped for the way. */
    private static byte[] body(HttpExchange exchange) throws IOException {
        String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
        boolean zipped = "gzip".equals(encoding) && exchange.getRequestMethod().equals("POST");
        try (InputStream raw = exchange.getRequestBody()) {
            return zipped
                    ? new GZIPInputStream(raw).readAllBytes()
                    : readAll(raw, exchange.getRequestHeaders().getFirst("Content-Length"));
        }
    }

    /** Reads straight into an array of the announced length, where one is announced. */
    private static byte[] readAll(InputStream raw, @Nullable String length) throws IOException {
        if (length == null) {
            return raw.readAllBytes();
        }
        byte[] body = new byte[Integer.parseInt(length)];
        int read = raw.readNBytes(body, 0, body.length);
        if (read < body.length) {
            throw new EOFException(
                    "%d of %d bytes of a body have come".formatted(read, body.length));
        }
        return body;
    }

    private static void write(HttpExchange exchange, HttpAnswer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        boolean bodyless = answer.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), bodyless ? -1 : answer.body().length);
        if (!bodyless) {
            exchange.getResponseBody().write(answer.body());
        }
    }
}
