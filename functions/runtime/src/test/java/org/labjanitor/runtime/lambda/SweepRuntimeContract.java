package org.labjanitor.runtime.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.runtime.requests.Drop;
import org.labjanitor.simulator.Lab;

/** What holds, beyond that, for a sweep in whose lab exactly one thing may go. */
public abstract class SweepRuntimeContract extends RuntimeClientContract {
    private final String sweep;
    private final String planned;

    /**
     * The contract for one sweep.
     *
     * @param planned the action that a report names for what may go
     * @param hostile what the answer to a hostile request names
     */
    protected SweepRuntimeContract(
            String function, String sweep, String planned, List<String> hostile) {
        super(new Subject(function, sweep, sweep, hostile));
        this.sweep = sweep;
        this.planned = planned;
    }

    @Override
    protected final String harmlessRequest() {
        return "{\"mode\": \"report\"}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "report", "schedule-rule", "schedule-scheduler"})
    void reportsByDefaultWhateverStartedIt(String kind) throws IOException {
        JsonNode result = read(answer(kind));

        assertThat(result.path("sweep").asText()).isEqualTo(sweep);
        assertThat(result.path("mode").asText()).isEqualTo("report");
        assertThat(result.path("account").asText()).isEqualTo(Lab.DEFAULT_ACCOUNT);
        assertThat(result.path("outcome").asText()).isEqualTo("complete");
        assertThat(result.path("counts").path("removable").asInt()).isEqualTo(1);
        assertThat(result.path("items").get(0).path("action").asText()).isEqualTo(planned);
    }

    @Test
    void refusesAFileThatPointsOutOfItsFolder() throws IOException {
        try (Drop drop = drop()) {
            drop.put("results/" + sweep + "/class.result.json", harmlessRequest());

            assertThat(answer("hostile-s3-put").body())
                    .contains("it was deleted before it could be read");
        }
    }

    @Test
    void printsItsDecisionsAndNumbersAsLinesThatLambdaTakesAsTheyAre() throws IOException {
        read(answer(harmlessRequest().getBytes(UTF_8)));

        List<JsonNode> lines = new ArrayList<>();
        for (String line : printed()) {
            if (line.startsWith("{")) {
                lines.add(new ObjectMapper().readTree(line));
            }
        }
        assertThat(lines)
                .anySatisfy(line -> {
                    assertThat(line.path("level").asText()).isEqualTo("INFO");
                    assertThat(line.path("verdict").asText()).isEqualTo("removable");
                })
                .anySatisfy(line -> {
                    assertThat(line.path("_aws").path("CloudWatchMetrics").isArray()).isTrue();
                    assertThat(line.path("Sweep").asText()).isEqualTo(sweep);
                    assertThat(line.path("level").asText()).isEqualTo("DEBUG");
                });
    }
}
