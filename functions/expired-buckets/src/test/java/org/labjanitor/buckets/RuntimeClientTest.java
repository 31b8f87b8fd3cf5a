package org.labjanitor.buckets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.runtime.lambda.RuntimeApi;
import org.labjanitor.runtime.lambda.SweepRuntimeContract;
import org.labjanitor.runtime.requests.Drop;
import org.labjanitor.simulator.Lab;

class RuntimeClientTest extends SweepRuntimeContract {
    private final Scene scene = new Scene(Instant.now());

    RuntimeClientTest() {
        super(
                "ExpiredBuckets",
                "buckets",
                "would-delete",
                List.of(
                        "CLEAN",
                        "us-east-1;all",
                        "../janitor-state",
                        "reason",
                        "-1",
                        "101",
                        "account"));
        scene.expired("lab-over");
        scene.inUse("lab-at-work");
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
                "JANITOR_REQUEST_BUCKET", Drop.BUCKET,
                "AWS_LAMBDA_LOG_FORMAT", "JSON",
                "AWS_LAMBDA_LOG_LEVEL", "DEBUG");
    }

    @Test
    void cleansWhereTheRequestSaysSo() throws IOException {
        scene.inUse("lab-networking-101-results");

        JsonNode item = read(answer("delete")).path("items").get(0);

        assertThat(item.path("outcome").asText())
                .as(item.path("outcomeDetail").asText())
                .isEqualTo("removed");
        assertThat(item.path("deletions").path("versions").asInt()).isEqualTo(5);
        assertThat(scene.isGone("lab-networking-101-results")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"warn", "clean"})
    void refusesToWarnAndToCleanWhereOwnersCannotBeWarned(String kind) throws IOException {
        RuntimeApi.Answer answer = answer(kind);

        assertThat(answer.failed()).isTrue();
        assertThat(answer.body()).contains("JANITOR_STATE_BUCKET").contains("JANITOR_TOPIC_ARN");
    }
}
