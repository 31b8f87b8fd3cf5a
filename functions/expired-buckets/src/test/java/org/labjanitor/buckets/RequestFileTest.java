package org.labjanitor.buckets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.runtime.lambda.TestContext;
import org.labjanitor.runtime.requests.Drop;

/** Requests that a person puts into the request bucket, with the events as S3 sends them. */
class RequestFileTest {
    private static final String KEY = "requests/buckets/away with it.json";

    private final Scene scene = new Scene();
    private final Drop drop = new Drop(scene.lab(), "buckets").versioned();
    private int deliveries;

    @BeforeEach
    void configure() {
        scene.configure(Scene.settings(Scene.ACCOUNT).withRequestsIn(Drop.BUCKET));
    }

    @AfterEach
    void close() {
        drop.close();
        scene.close();
    }

    @Test
    void aFileIsAPersonsRequestLikeAnyOther() throws IOException {
        String id = "lab-at-work";
        scene.inUse(id);
        drop.put(
                KEY,
                "{\"mode\": \"clean\", \"delete\": [\"%s\"], \"reason\": \"asked by the trainer\"}"
                        .formatted(id));

        String answer = deliver(drop.documents().getFirst());

        assertThat(answer).contains("\"state\":\"run\"", "\"outcome\":\"complete\"");
        assertThat(scene.isGone(id)).isTrue();
        assertThat(drop.content("results/buckets/away with it.result.json"))
                .hasValueSatisfying(
                        result -> assertThat(result).contains("\"outcome\" : \"removed\""));
    }

    @Test
    void aSecondDeliveryRemovesNothingMore() throws IOException {
        String id = "lab-over";
        scene.expired(id);
        drop.put(KEY, "{\"mode\": \"report\", \"only\": [\"%s\"]}".formatted(id));
        byte[] event = drop.documents().getFirst();
        deliver(event);
        int calls = scene.lab().calls().count("ListBuckets");

        assertThat(deliver(event)).contains("\"state\":\"duplicate\"");
        assertThat(scene.lab().calls().count("ListBuckets")).isEqualTo(calls);
    }

    @Test
    void aFaultyFileIsAnsweredWithAllOfItsFaults() throws IOException {
        scene.expired("lab-over");
        drop.put(KEY, "{\"mode\": \"cleen\", \"regions\": [\"Moon!\"], \"all\": true}");

        assertThat(deliver(drop.documents().getFirst())).contains("\"state\":\"bad-request\"");
        assertThat(drop.content("results/buckets/away with it.error.json"))
                .hasValueSatisfying(
                        error -> assertThat(error).contains("cleen", "Moon!", "unknown key"));
    }

    @Test
    void theAnswersStartNobody() throws IOException {
        drop.put(KEY, "{}");
        deliver(drop.documents().getFirst());

        assertThat(drop.documents()).isEmpty();
    }

    private String deliver(byte[] event) throws IOException {
        deliveries++;
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (ExpiredBucketsHandler handler = scene.handler()) {
            handler.handleRequest(
                    new ByteArrayInputStream(event),
                    answer,
                    new TestContext("delivery-" + deliveries));
        }
        return answer.toString(UTF_8);
    }
}
