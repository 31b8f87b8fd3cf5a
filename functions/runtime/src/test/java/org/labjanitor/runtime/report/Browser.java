package org.labjanitor.runtime.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A real Chromium without a window, steered by chromedriver through the WebDriver protocol. */
final class Browser implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> SWITCHES =
            List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process driver;
    private final URI session;

    private Browser(Process driver, URI sessions) {
        this.driver = driver;
        JsonNode created =
                send(
                        "POST",
                        sessions,
                        Map.of(
                                "capabilities",
                                Map.of(
                                        "alwaysMatch",
                                        Map.of("goog:chromeOptions", Map.of("args", SWITCHES)))));
        this.session = URI.create(sessions + "/" + created.path("sessionId").asText());
    }

    /** Starts one; skips the test where the machine has none. */
    static Browser start() {
        try {
            Process driver =
                    new ProcessBuilder("chromedriver", "--port=0")
                            .redirectErrorStream(true)
                            .start();
            return new Browser(driver, URI.create("http://127.0.0.1:" + port(driver) + "/session"));
        } catch (IOException e) {
            return abort("no chromedriver on this machine: the page is not looked at in a browser");
        }
    }

    private static String port(Process driver) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(driver.getInputStream(), UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher matcher = PORT.matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        throw new IOException("chromedriver ended without a port");
    }

    void open(Path page) {
        post("url", Map.of("url", page.toUri().toString()));
    }

    /** What a function body answers inside the page. */
    JsonNode answer(String script) {
        return post("execute/sync", Map.of("script", script, "args", List.of()));
    }

    /** Types keys where the focus is. */
    void type(String keys) {
        JsonNode active = send("GET", URI.create(session + "/element/active"), null);
        post("element/" + active.elements().next().asText() + "/value", Map.of("text", keys));
    }

    /** Sends a command of the browser's own protocol. */
    void command(String name, Map<String, Object> parameters) {
        post("goog/cdp/execute", Map.of("cmd", name, "params", parameters));
    }

    private JsonNode post(String path, Map<String, ?> body) {
        return send("POST", URI.create(session + "/" + path), body);
    }

    private JsonNode send(String method, URI to, @Nullable Map<String, ?> body) {
        try {
            HttpRequest.BodyPublisher content =
                    body == null
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
            HttpRequest request =
                    HttpRequest.newBuilder(to)
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json")
                            .method(method, content)
                            .build();
            HttpResponse<String> answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
            return json.readTree(answer.body()).path("value");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        try {
            send("DELETE", session, null);
        } finally {
            driver.destroy();
            http.close();
        }
    }
}
