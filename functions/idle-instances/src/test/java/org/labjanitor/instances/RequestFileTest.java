package org.labjanitor.instances;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.core.budget.Budget;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.runtime.lambda.TestContext;
import org.labjanitor.runtime.requests.Drop;
import org.labjanitor.runtime.settings.Settings;

/** Requests that a person puts into the request bucket, with the events as S3 sends them. */
class RequestFileTest {
    private static final String KEY = "requests/instances/away with it.json";

    private final Scene scene = new Scene();
    private final Drop drop = new Drop(scene.lab(), "instances").versioned();
    private int deliveries;

    @BeforeEach
    void configure() {
        scene.configure(
                new Settings(
                                Scene.ACCOUNT,
                                "lab",
                                List.of(Scene.REGION),
                                InstancePolicy.LAB,
                                new Budget(20, 100))
                        .withRequestsIn(Drop.BUCKET));
    }

    @AfterEach
    void close() {
        drop.close();
        scene.close();
    }

    @Test
    void aFileIsAPersonsRequestLikeAnyOther() throws IOException {
        String id = scene.busy("at-work");
        drop.put(
                KEY,
                "{\"mode\": \"clean\", \"terminate\": [\"%s\"], \"reason\": \"asked by the trainer\"}"
                        .formatted(id));

        String answer = deliver(drop.documents().getFirst());

        assertThat(answer).contains("\"state\":\"run\"", "\"outcome\":\"complete\"");
        assertThat(scene.isGone(id)).isTrue();
        assertThat(drop.content("results/instances/away with it.result.json"))
                .hasValueSatisfying(
                        result -> assertThat(result).contains("\"outcome\" : \"removed\""));
    }

    @Test
    void aSecondDeliveryRemovesNothingMore() throws IOException {
        String id = scene.idle("left-behind");
        drop.put(KEY, "{\"mode\": \"report\", \"only\": [\"%s\"]}".formatted(id));
        byte[] event = drop.documents().getFirst();
        deliver(event);
        int calls = scene.lab().calls().count("DescribeInstances");

        assertThat(deliver(event)).contains("\"state\":\"duplicate\"");
        assertThat(scene.lab().calls().count("DescribeInstances")).isEqualTo(calls);
    }

    @Test
    void aFaultyFileIsAnsweredWithAllOfItsFaults() throws IOException {
        scene.idle("left-behind");
        drop.put(KEY, "{\"mode\": \"cleen\", \"regions\": [\"Moon!\"], \"all\": true}");

        assertThat(deliver(drop.documents().getFirst())).contains("\"state\":\"bad-request\"");
        assertThat(drop.content("results/instances/away with it.error.json"))
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
        try (IdleInstancesHandler handler = scene.newHandler()) {
            handler.handleRequest(
                    new ByteArrayInputStream(event),
                    answer,
                    new TestContext("delivery-" + deliveries));
        }
        return answer.toString(UTF_8);
    }
}
