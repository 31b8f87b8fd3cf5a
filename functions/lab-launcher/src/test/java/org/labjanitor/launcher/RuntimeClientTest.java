package org.labjanitor.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.labjanitor.launcher.lab.Classroom;
import org.labjanitor.runtime.lambda.RuntimeClientContract;
import org.labjanitor.runtime.requests.Drop;
import org.labjanitor.simulator.Lab;

class RuntimeClientTest extends RuntimeClientContract {
    private static final int STUDENTS = 2;

    private final Classroom room = new Classroom(Instant.now());

    RuntimeClientTest() {
        super(
                new Subject(
                        "LabLauncher",
                        "lab",
                        "labs",
                        List.of("LAUNCH", "../escape", "next Tuesday", "us-east-1a", "account")));
    }

    @AfterAll
    void close() {
        room.close();
    }

    @Override
    protected Lab furnishedLab() {
        return room.lab();
    }

    @Override
    protected Map<String, String> environment() {
        return Map.of("JANITOR_REQUEST_BUCKET", Drop.BUCKET);
    }

    @Override
    protected String harmlessRequest() throws IOException {
        return new String(event("report"), UTF_8);
    }

    @Test
    void launchesOneLabHoweverOftenItIsAskedTo() throws IOException {
        JsonNode plan = read(answer("report"));
        JsonNode first = read(answer("launch"));
        JsonNode again = read(answer("launch"));

        assertThat(plan.path("pieces").findValuesAsText("state")).contains("planned");
        assertThat(first.path("outcome").asText()).isEqualTo("complete");
        assertThat(first.path("pieces").findValuesAsText("state"))
                .filteredOn("created"::equals)
                .hasSize(2 * STUDENTS);
        assertThat(again.path("pieces").findValuesAsText("state")).doesNotContain("created");
        assertThat(room.instances()).hasSize(STUDENTS);
    }
}
