package org.labjanitor.runtime.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.Lab;

/**
 * Lambda's Runtime API on loopback, with the real runtime client in a process of its own behind it:
 * what a function's handler string, payloads and errors go through in Lambda. The tests of every
 * function's room share it.
 */
public final class RuntimeApi implements AutoCloseable {
    private static final String CLIENT =
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final List<String> PROVIDED =
            List.of(
                    "aws-lambda-java-runtime-interface-client",
                    "aws-lambda-java-core",
                    "aws-lambda-java-serialization",
                    "utils-lite");
    private static final String PREFIX = "/2018-06-01/runtime/";
    private static final String REGION = "us-east-1";
    private static final Path OUTPUT = Path.of("target", "runtime-client.log");
    private static final int PATIENCE_SECONDS = 90;

    private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private @Nullable HttpServer server;
    private @Nullable Process process;

    /** What the function gave back. */
    public record Answer(boolean failed, String body) {}

    /**
     * Starts a function.
     *
     * @param function its logical id in the deployment's template
     * @param environment further variables
     */
    public void start(String function, Lab lab, Map<String, String> environment)
            throws IOException {
        HttpServer api =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        api.createContext(PREFIX, this::serve);
        api.start();
        server = api;
        process = launch(function, lab, "127.0.0.1:" + api.getAddress().getPort(), environment);
    }

    /** What the function has printed, which in Lambda goes to CloudWatch Logs line by line. */
    public List<String> printed() throws IOException {
        return Files.readAllLines(OUTPUT);
    }

    /** Runs the function once. */
    public synchronized Answer invoke(byte[] event) {
        events.add(event);
        try {
            Answer answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new AssertionError("the function did not answer");
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while the function ran", e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
        if (server != null) {
            server.stop(0);
        }
    }

    private static Process launch(
            String function, Lab lab, String api, Map<String, String> environment)
            throws IOException {
        String handler = DeployedHandler.of(function);
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                classPath(),
                                CLIENT,
                                handler));
        builder.directory(taskRoot().toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "AWS_LAMBDA_RUNTIME_API",
                                api,
                                "_HANDLER",
                                handler,
                                "AWS_LAMBDA_FUNCTION_NAME",
                                function,
                                "AWS_LAMBDA_FUNCTION_VERSION",
                                "$LATEST",
                                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                                "1024",
                                "AWS_REGION",
                                REGION,
                                "AWS_ACCESS_KEY_ID",
                                lab.accessKey(Lab.DEFAULT_ACCOUNT),
                                "AWS_SECRET_ACCESS_KEY",
                                "secret",
                                "AWS_ENDPOINT_URL",
                                lab.endpoint().toString(),
                                "JANITOR_ACCOUNT_ID",
                                Lab.DEFAULT_ACCOUNT));
        builder.environment().put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function);
        builder.environment().put("AWS_LAMBDA_LOG_STREAM_NAME", "test");
        builder.environment().put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
        builder.environment().putAll(environment);
        // Surefire speaks with its fork over the inherited streams.
        return builder.redirectErrorStream(true)
                .redirectOutput(OUTPUT.toAbsolutePath().toFile())
                .start();
    }

    /**
     * What Lambda has on the class path: its runtime client and what that needs, where the suite
     * runs on the function's jar; else everything, with the function.
     */
    private static String classPath() {
        String everything = System.getProperty("java.class.path");
        if (System.getProperty(FunctionJarInterceptor.FUNCTION_JAR) == null) {
            return everything;
        }
        return Stream.of(everything.split(File.pathSeparator))
                .filter(entry -> PROVIDED.stream().anyMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Where the runtime client looks for the function: its jar, unpacked, as Lambda does it. */
    private static Path taskRoot() throws IOException {
        String jar = System.getProperty(FunctionJarInterceptor.FUNCTION_JAR);
        if (jar == null) {
            return Path.of("").toAbsolutePath();
        }
        Path root = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "task");
        try (ZipFile zip = new ZipFile(jar)) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                Path file = root.resolve(entry.getName()).normalize();
                if (entry.isDirectory() || !file.startsWith(root)) {
                    continue;
                }
                Files.createDirectories(file.getParent());
                try (InputStream content = zip.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
        }
        return root;
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(PREFIX.length());
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (path.equals("invocation/next")) {
            next(exchange);
            return;
        }
        if (path.endsWith("/response") || path.endsWith("/error")) {
            answers.add(
                    new Answer(path.endsWith("/error"), new String(body, StandardCharsets.UTF_8)));
        }
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }

    private void next(HttpExchange exchange) throws IOException {
        try {
            byte[] event = events.take();
            exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", "run-1");
            exchange.getResponseHeaders()
                    .add(
                            "Lambda-Runtime-Deadline-Ms",
                            Long.toString(System.currentTimeMillis() + 900_000));
            exchange.getResponseHeaders()
                    .add(
                            "Lambda-Runtime-Invoked-Function-Arn",
                            "arn:aws:lambda:us-east-1:111122223333:function:janitor");
            exchange.getResponseHeaders()
                    .add("Lambda-Runtime-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793");
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, event.length);
            exchange.getResponseBody().write(event);
            exchange.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException("stopped", new IOException(e));
        }
    }
}
