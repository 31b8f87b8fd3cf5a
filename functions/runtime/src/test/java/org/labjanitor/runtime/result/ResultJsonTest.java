package org.labjanitor.runtime.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;
import org.labjanitor.runtime.settings.Mode;

class ResultJsonTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final MonthlyCost SEVENTY = new Priced(new BigDecimal("70.08"), true);

    @Test
    void writesTheRemovableAndTheUnknownBeforeTheKept() throws IOException {
        RunResult result =
                result(
                        Mode.REPORT,
                        List.of(
                                item("i-kept", keep(), null, SEVENTY),
                                item(
                                        "i-unknown",
                                        unknown(UnknownReason.MISSING_DATA),
                                        null,
                                        SEVENTY),
                                item("i-idle", removable(), null, SEVENTY)),
                        List.of());

        assertThat(itemIds(read(result, ResultJson.whole())))
                .containsExactly("i-idle", "i-unknown", "i-kept");
    }

    @Test
    void leavesOutWhatExceedsTheLimitAndSaysHowMuch() throws IOException {
        List<ResultItem> items = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            items.add(item("i-" + i, keep(), null, SEVENTY));
        }
        items.add(item("i-idle", removable(), null, SEVENTY));

        JsonNode document =
                read(result(Mode.REPORT, items, List.of()), ResultJson.withLimit(4_000));

        assertThat(itemIds(document)).startsWith("i-idle").hasSizeLessThan(20);
        assertThat(document.path("itemsLeftOut").asInt()).isEqualTo(101 - itemIds(document).size());
        assertThat(document.path("counts").path("examined").asInt()).isEqualTo(101);
        assertThat(document.path("counts").path("keep").asInt()).isEqualTo(100);
    }

    @Test
    void countsAnUnknownPriceApartAndNeverAsNothing() throws IOException {
        RunResult result =
                result(
                        Mode.REPORT,
                        List.of(
                                item("i-1", removable(), null, SEVENTY),
                                item("i-2", removable(), null, new Unpriced("no such type"))),
                        List.of());

        JsonNode savings = read(result, ResultJson.whole()).path("possibleSavings");
        assertThat(savings.path("dollarsPerMonth").asText()).isEqualTo("70.08");
        assertThat(savings.path("certainDollarsPerMonth").asText()).isEqualTo("70.08");
        assertThat(savings.path("estimatedDollarsPerMonth").asText()).isEqualTo("0.0");
        assertThat(savings.path("estimate").asBoolean()).isTrue();
        assertThat(savings.path("unpriced").asInt()).isEqualTo(1);
    }

    @Test
    void isCompleteOnlyWhenEverythingWasExaminedAndNothingFailed() {
        List<NotExamined> gap = List.of(new NotExamined("eu-west-1", "no answer"));
        List<ResultItem> fine = List.of(item("i-1", keep(), null, SEVENTY));

        assertThat(result(Mode.CLEAN, fine, List.of()).status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(result(Mode.CLEAN, fine, gap).status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(result(Mode.CLEAN, List.of(), gap).status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(result(Mode.REPORT, List.of(), List.of(), gap).status())
                .isEqualTo(RunStatus.FAILED);
        for (Outcome outcome : List.of(Outcome.REFUSED, Outcome.STILL_THERE)) {
            assertThat(
                            result(
                                            Mode.CLEAN,
                                            List.of(item("i-1", removable(), outcome, SEVENTY)),
                                            List.of())
                                    .status())
                    .isEqualTo(RunStatus.PARTIAL);
        }
        assertThat(
                        result(
                                        Mode.REPORT,
                                        List.of(
                                                item(
                                                        "i-1",
                                                        unknown(UnknownReason.METRICS_UNAVAILABLE),
                                                        null,
                                                        SEVENTY)),
                                        List.of())
                                .status())
                .isEqualTo(RunStatus.PARTIAL);
    }

    @Test
    void tellsWhatABucketHoldsAndWhatWasDeletedFromIt() throws IOException {
        JsonNode item =
                read(
                                result(Mode.CLEAN, List.of(bucket(Outcome.EMPTIED)), List.of()),
                                ResultJson.whole())
                        .path("items")
                        .get(0);

        assertThat(item.path("contents").path("objects").asLong()).isEqualTo(12);
        assertThat(item.path("contents").path("bytes").asLong()).isEqualTo(5_000);
        assertThat(item.path("contents").path("bytesByClass").path("GLACIER").asLong())
                .isEqualTo(1_000);
        assertThat(item.path("contents").path("asOf").asText()).isEqualTo(NOW.toString());
        assertThat(item.path("deletions").path("versions").asLong()).isEqualTo(9);
        assertThat(item.path("deletions").path("markers").asLong()).isEqualTo(3);
        assertThat(item.path("deletions").path("uploads").asLong()).isEqualTo(1);
        assertThat(item.path("deletions").path("bytes").asLong()).isEqualTo(5_000);
    }

    @Test
    void countsAnEmptiedBucketAsSavedAndAHalfEmptiedOneAsUnfinished() {
        RunResult emptied = result(Mode.CLEAN, List.of(bucket(Outcome.EMPTIED)), List.of());
        RunResult half = result(Mode.CLEAN, List.of(bucket(Outcome.UNFINISHED)), List.of());

        assertThat(emptied.savings().dollars()).isEqualTo("70.08");
        assertThat(emptied.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(half.savings().dollars()).isEqualTo("0.00");
        assertThat(half.status()).isEqualTo(RunStatus.PARTIAL);
    }

    private static ResultItem bucket(Outcome outcome) {
        return new ResultItem(
                new Resource("lab-a", null, "us-east-1", null, "bucket", null),
                removable(),
                Action.DELETE,
                outcome,
                "",
                SEVENTY,
                List.of(),
                new Contents(12, Map.of("STANDARD", 4_000L, "GLACIER", 1_000L), NOW),
                new Deletions(9, 3, 1, 5_000));
    }

    private static RunResult result(
            Mode mode, List<ResultItem> items, List<NotExamined> notExamined) {
        return result(mode, List.of("us-east-1"), items, notExamined);
    }

    private static RunResult result(
            Mode mode,
            List<String> examined,
            List<ResultItem> items,
            List<NotExamined> notExamined) {
        return new RunResult(
                "instances",
                "run-1",
                mode,
                "111122223333",
                NOW,
                NOW,
                Map.of("policy", "lab"),
                examined,
                items,
                notExamined,
                null,
                false,
                Map.of("Ec2:DescribeInstances", 3L),
                Correspondence.none());
    }

    private static ResultItem item(
            String id, Verdict verdict, @Nullable Outcome outcome, MonthlyCost cost) {
        return new ResultItem(
                new Resource(id, null, "us-east-1", "us-east-1a", "m5.large", null),
                verdict,
                Action.NONE,
                outcome,
                "",
                cost,
                List.of());
    }

    private static Verdict keep() {
        return new Keep(KeepReason.IN_USE, Explanation.of("In use."));
    }

    private static Verdict removable() {
        return new Removable(
                RemovableReason.IDLE,
                Explanation.of("Quiet for 53 h.", new Fact("quiet", "53 h", "CloudWatch", NOW)));
    }

    private static Verdict unknown(UnknownReason reason) {
        return new Unknown(reason, Explanation.of("Not known."));
    }

    private static JsonNode read(RunResult result, ResultJson json) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        json.write(result, out);
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private static List<String> itemIds(JsonNode document) {
        List<String> ids = new ArrayList<>();
        document.path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }
}
