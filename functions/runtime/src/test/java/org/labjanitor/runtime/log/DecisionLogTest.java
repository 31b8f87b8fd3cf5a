package org.labjanitor.runtime.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Correspondence;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.Runs;
import org.labjanitor.runtime.result.SentNotice;
import org.labjanitor.runtime.result.Warning;
import org.labjanitor.runtime.settings.Mode;

class DecisionLogTest {
    private static final Warning WARNING =
            new Warning(
                    Runs.START.minus(Duration.ofDays(1)), Runs.START.minus(Duration.ofMinutes(5)));

    private static final RunResult RUN =
            Runs.run(
                    Mode.CLEAN,
                    List.of(new NotExamined("eu-west-1", "no answer")),
                    new Correspondence(
                            List.of(
                                    new SentNotice(SentNotice.Kind.WARNING, "ada", 2, true, ""),
                                    new SentNotice(
                                            SentNotice.Kind.WARNING, "bob", 1, false, "throttled")),
                            List.of(),
                            null),
                    Runs.item(
                                    "i-refused",
                                    Runs.removable(),
                                    Action.TERMINATE,
                                    Outcome.REFUSED,
                                    Runs.listed("70.08"))
                            .with(WARNING),
                    Runs.item(
                            "i-gone",
                            Runs.removable(),
                            Action.TERMINATE,
                            Outcome.REMOVED,
                            Runs.listed("70.08")),
                    Runs.item("i-idle", Runs.removable()),
                    Runs.item("i-busy", Runs.keep()),
                    Runs.item("i-odd", Runs.unknown()));

    @Test
    void writesALineADecisionWithEverythingToSearchFor() throws IOException {
        JsonNode line = json(RUN, Level.DEBUG).getFirst();

        assertThat(line.properties())
                .extracting(field -> field.getKey() + "=" + field.getValue().asText())
                .containsExactly(
                        "timestamp=2026-11-20T10:00:15.250Z",
                        "level=WARN",
                        "message=quiet for six days",
                        "run=run-1",
                        "sweep=instances",
                        "mode=clean",
                        "account=111122223333",
                        "resource=i-refused",
                        "region=us-east-1",
                        "owner=ada",
                        "verdict=removable",
                        "reason=idle",
                        "action=terminate",
                        "outcome=refused",
                        "outcomeDetail=EC2 said no",
                        "deadline=2026-11-20T09:55:00Z");
    }

    @Test
    void givesEveryLineTheLevelThatItDeserves() throws IOException {
        assertThat(json(RUN, Level.DEBUG))
                .extracting(
                        line -> line.path("level").asText() + " " + line.path("resource").asText())
                .containsExactly(
                        "WARN i-refused",
                        "INFO i-gone",
                        "INFO i-idle",
                        "DEBUG i-busy",
                        "WARN i-odd",
                        "WARN eu-west-1",
                        "WARN ");
    }

    @Test
    void leavesOutWhatIsBelowTheThreshold() throws IOException {
        assertThat(json(RUN, Level.INFO)).hasSize(6);
        assertThat(json(RUN, Level.WARN)).hasSize(4);
    }

    @Test
    void tellsWhoseNoticeWasNotAcceptedAndWhy() throws IOException {
        JsonNode line = json(RUN, Level.WARN).getLast();

        assertThat(line.path("owner").asText()).isEqualTo("bob");
        assertThat(line.path("notice").asText()).isEqualTo("warning");
        assertThat(line.path("message").asText()).isEqualTo("throttled");
    }

    @Test
    void isReadableAsText() {
        assertThat(text(LogFormat.TEXT, RUN).lines().findFirst())
                .contains(
                        "2026-11-20T10:00:15.250Z WARN run=run-1 sweep=instances mode=clean"
                                + " account=111122223333 resource=i-refused region=us-east-1 owner=ada"
                                + " verdict=removable reason=idle action=terminate outcome=refused"
                                + " outcomeDetail=\"EC2 said no\" deadline=2026-11-20T09:55:00Z:"
                                + " quiet for six days");
    }

    @Test
    void noTagCanForgeALine() throws IOException {
        String forged =
                "ada\n2026-11-20T10:00:00Z INFO \u001b[2J\u007f\u0085\u2028\u202e\r\0 = \"x\\";
        RunResult run =
                Runs.run(
                        Mode.REPORT,
                        new ResultItem(
                                new Resource("i-1", null, "us-east-1", null, "m5.large", forged),
                                new Removable(RemovableReason.IDLE, Explanation.of(forged)),
                                Action.NONE,
                                null,
                                "",
                                Runs.listed("1"),
                                List.of()));

        for (LogFormat format : LogFormat.values()) {
            String text = text(format, run);
            assertThat(text.strip().lines()).as("lines as %s", format).hasSize(1);
            assertThat(text.substring(0, text.length() - 1).codePoints())
                    .as("characters as %s", format)
                    .noneMatch(c ->
                            Character.isISOControl(c)
                                    || Character.getType(c) == Character.FORMAT
                                    || Character.getType(c) == Character.LINE_SEPARATOR);
        }
        assertThat(json(run, Level.DEBUG).getFirst().path("owner").asText()).isEqualTo(forged);
        assertThat(text(LogFormat.TEXT, run)).contains(" verdict=removable ");
    }

    @Test
    void aRunWithNothingToTellWritesNothing() {
        assertThat(text(LogFormat.JSON, Runs.run(Mode.REPORT))).isEmpty();
    }

    @Test
    void writesTenThousandDecisionsAtOnce() {
        List<Integer> writes = new ArrayList<>();
        RunResult large =
                Runs.run(
                        Mode.REPORT,
                        IntStream.range(0, 10_000)
                                .mapToObj(i -> Runs.item("i-%017x".formatted(i), Runs.keep()))
                                .toArray(ResultItem[]::new));

        RunResult _ =
                new DecisionLog(LogFormat.JSON, Level.DEBUG, new Counting(writes)).accept(large);

        assertThat(writes).hasSize(1);
        assertThat(writes.getFirst()).isBetween(1_000_000, 5_000_000);
    }

    @Test
    void givesTheResultOnAndTellsInItWhereItCouldNotBeWritten() {
        RunResult told = new DecisionLog(LogFormat.TEXT, Level.DEBUG, new Broken()).accept(RUN);

        assertThat(told.items()).isEqualTo(RUN.items());
        assertThat(told.notExamined())
                .contains(new NotExamined("decisions of this run", "not logged: no space left"));
    }

    private static List<JsonNode> json(RunResult run, Level threshold) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RunResult _ = new DecisionLog(LogFormat.JSON, threshold, out).accept(run);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString(UTF_8).lines().toList()) {
            assertThat(line).startsWith("{");
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    private static String text(LogFormat format, RunResult run) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RunResult _ = new DecisionLog(format, Level.DEBUG, out).accept(run);
        return out.toString(UTF_8);
    }

    private static final class Counting extends OutputStream {
        private final List<Integer> writes;

        Counting(List<Integer> writes) {
            this.writes = writes;
        }

        @Override
        public void write(int b) {
            writes.add(1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            writes.add(length);
        }
    }

    private static final class Broken extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("no space left");
        }
    }
}
