package org.labjanitor.bench.coldstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lambda's Runtime API for one function and one invocation: notes when the function is ready for an
 * event, gives it an empty one, and notes when it answers.
 */
final class FirstInvocation implements AutoCloseable {
    private static final byte[] EVENT = "{}".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final CompletableFuture<Long> ready = new CompletableFuture<>();
    private final CompletableFuture<Answer> answered = new CompletableFuture<>();
    private final CompletableFuture<ProcessHandle> function = new CompletableFuture<>();

    private record Answer(long at, Duration cpu) {}

    FirstInvocation() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/2018-06-01/runtime/", this::serve);
        server.start();
    }

    /** For the variable {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Waits for the function's answer; it was started at {@code start}, of System.nanoTime. */
    Sample sample(Process process, long start, Duration patience) throws InterruptedException {
        function.complete(process.toHandle());
        try {
            Answer answer = answered.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            long asked = ready.get();
            return new Sample(
                    Duration.ofNanos(asked - start),
                    Duration.ofNanos(answer.at() - asked),
                    answer.cpu());
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "the function did not answer; see bench/target/cold-start.log", e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/next")) {
            if (ready.complete(now)) {
                event(exchange);
            }
            return;
        }
        // Before the function is let go on; the answer's connection stays open till then.
        Duration cpu = function.join().info().totalCpuDuration().orElseThrow();
        byte[] body = exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
        if (path.endsWith("/error")) {
            answered.completeExceptionally(
                    new IllegalStateException(new String(body, StandardCharsets.UTF_8)));
        } else {
            answered.complete(new Answer(now, cpu));
        }
    }

    private static void event(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", "run-1");
        exchange.getResponseHeaders()
                .add(
                        "Lambda-Runtime-Deadline-Ms",
                        Long.toString(System.currentTimeMillis() + 900_000));
        exchange.getResponseHeaders()
                .add(
                        "Lambda-Runtime-Invoked-Function-Arn",
                        "arn:aws:lambda:us-east-1:111122223333:function:janitor");
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, EVENT.length);
        exchange.getResponseBody().write(EVENT);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
