package org.labjanitor.runtime.log;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.SentNotice;
import org.labjanitor.runtime.result.VerdictId;

/**
 * A run as lines: what was decided about each resource, what was not examined, messages that were
 * not accepted, and why the run was stopped. What went wrong or could not be told is a {@code
 * WARN}, what may go or went an {@code INFO}, what is kept a {@code DEBUG}.
 */
final class RunLines {
    private final RunResult result;

    RunLines(RunResult result) {
        this.result = result;
    }

    Stream<Line> all() {
        return Stream.of(
                        result.items().stream().map(this::decision),
                        result.notExamined().stream().map(this::notExamined),
                        result.correspondence().sent().stream()
                                .filter(notice -> !notice.accepted())
                                .map(this::notAccepted),
                        Stream.ofNullable(result.stopped()).map(this::stopped))
                .flatMap(lines -> lines);
    }

    private Line decision(ResultItem item) {
        return line(
                level(item),
                sentence(item),
                run().with("resource", item.resource().id())
                        .with("region", item.resource().region())
                        .with("owner", item.resource().owner())
                        .with("verdict", VerdictId.of(item.verdict()).kind())
                        .with("reason", VerdictId.of(item.verdict()).reason())
                        .with("action", item.action().id())
                        .with("outcome", item.outcome() == null ? null : item.outcome().id())
                        .with("outcomeDetail", item.outcomeDetail())
                        .with("deadline", deadline(item)));
    }

    private static Level level(ResultItem item) {
        if (item.failed()) {
            return Level.WARN;
        }
        return switch (item.verdict()) {
            case Removable _ -> Level.INFO;
            case Unknown _ -> Level.WARN;
            case Keep _ -> item.outcome() == null ? Level.DEBUG : Level.INFO;
        };
    }

    private static String sentence(ResultItem item) {
        return item.verdict().explanation().sentence();
    }

    private static @Nullable String deadline(ResultItem item) {
        return item.warning() == null ? null : item.warning().deadline().toString();
    }

    private Line notExamined(NotExamined item) {
        return line(
                Level.WARN,
                item.why(),
                run().with("resource", item.what()).with("verdict", "not-examined"));
    }

    private Line notAccepted(SentNotice notice) {
        return line(
                Level.WARN,
                notice.detail(),
                run().with("notice", notice.kind().id())
                        .with("owner", notice.recipient())
                        .with("outcome", "not-accepted"));
    }

    private Line stopped(String why) {
        return line(Level.WARN, why, run().with("outcome", "stopped"));
    }

    private Line line(Level level, String message, Line.Fields fields) {
        return new Line(result.endedAt(), level, message, fields.asMap());
    }

    private Line.Fields run() {
        return new Line.Fields()
                .with("run", result.runId())
                .with("sweep", result.sweep())
                .with("mode", result.mode().id())
                .with("account", result.account());
    }
}
