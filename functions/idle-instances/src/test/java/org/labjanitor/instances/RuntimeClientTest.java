package org.labjanitor.instances;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.runtime.lambda.SweepRuntimeContract;
import org.labjanitor.runtime.requests.Drop;
import org.labjanitor.simulator.Lab;

class RuntimeClientTest extends SweepRuntimeContract {
    private final Scene scene = new Scene(Instant.now());

    RuntimeClientTest() {
        super(
                "IdleInstances",
                "instances",
                "would-terminate",
                List.of("CLEAN", "us-east-1;all", "i-*", "reason", "-1", "101", "account"));
        scene.idle("left-behind");
        scene.busy("at-work");
        scene.giveGrace();
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Override
    protected Lab furnishedLab() {
        return scene.lab();
    }

    @Override
    protected Map<String, String> environment() {
        return Map.of(
                "JANITOR_STATE_BUCKET",
                Scene.LEDGER,
                "JANITOR_TOPIC_ARN",
                scene.topicArn(),
                "JANITOR_REQUEST_BUCKET",
                Drop.BUCKET,
                "AWS_LAMBDA_LOG_FORMAT",
                "JSON",
                "AWS_LAMBDA_LOG_LEVEL",
                "DEBUG");
    }

    @Test
    void warnsOnceHoweverOftenItIsAskedTo() throws IOException {
        for (int time = 0; time < 2; time++) {
            JsonNode result = read(answer("warn"));

            assertThat(result.path("mode").asText()).isEqualTo("warn");
            assertThat(result.path("outcome").asText()).isEqualTo("complete");
        }
        assertThat(scene.messages("warning")).hasSize(1);
    }

    @Test
    void removesNothingWhoseGraceIsNotOver() throws IOException {
        JsonNode result = read(answer("clean"));

        assertThat(result.path("mode").asText()).isEqualTo("clean");
        assertThat(result.path("outcome").asText()).isEqualTo("complete");
        assertThat(result.path("counts").path("removable").asInt()).isEqualTo(1);
        assertThat(result.path("counts").path("removed").asInt()).isZero();
        assertThat(scene.lab().calls().count("TerminateInstances")).isZero();
    }

    @Test
    void tellsOfANamedInstanceThatIsNotThere() throws IOException {
        JsonNode result = read(answer("terminate"));

        assertThat(result.path("mode").asText()).isEqualTo("clean");
        assertThat(result.path("outcome").asText()).as(result.toString()).isNotEqualTo("complete");
        assertThat(result.toString()).contains("i-0123456789abcdef0");
    }
}
