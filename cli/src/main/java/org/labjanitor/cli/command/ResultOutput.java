package org.labjanitor.cli.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.labjanitor.cli.report.NextStep;
import org.labjanitor.cli.report.PageFile;
import org.labjanitor.cli.report.RunReport;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Terminal;
import org.labjanitor.runtime.log.DecisionLog;
import org.labjanitor.runtime.result.ResultJson;
import org.labjanitor.runtime.result.RunResult;

/** Shows results as a page, or as the document that the Lambda function would answer with. */
final class ResultOutput {
    private final Terminal terminal;
    private final SweepOutputOptions options;
    private final Map<String, String> connection;

    ResultOutput(Terminal terminal, SweepOutputOptions options, Map<String, String> connection) {
        this.terminal = terminal;
        this.options = options;
        this.connection = connection;
    }

    void show(RunResult result, List<NextStep> steps) {
        show(result, screen -> showPage(screen, result, steps));
    }

    /** Shows a result with a page of its own, unless a document is asked for. */
    void show(RunResult result, Consumer<Screen> page) {
        if (options.verbose) {
            log(result);
        }
        if (options.json) {
            writeDocument(result);
        } else {
            page.accept(terminal.results(options.colours));
        }
        if (options.page != null) {
            writePage(result, options.page);
        }
    }

    /** Shows what a person has to see before a decision, apart from the result itself. */
    void preview(RunResult result) {
        showPage(preview(), result, List.of());
    }

    /** Where the person is who decides. */
    Screen preview() {
        return options.json
                ? terminal.messages(options.colours)
                : terminal.results(options.colours);
    }

    /** For what is no result. */
    Screen messages() {
        return terminal.messages(options.colours);
    }

    /** What the function would log in Lambda. */
    private void log(RunResult result) {
        Screen screen = messages();
        DecisionLog.plainLines(result).forEach(line -> screen.line(screen.safe(line)));
    }

    private void showPage(Screen screen, RunResult result, List<NextStep> steps) {
        RunReport page = new RunReport(screen, options.verbose, connection);
        page.show(result);
        if (!steps.isEmpty()) {
            page.show(steps);
        }
    }

    private void writePage(RunResult result, Path file) {
        try {
            new PageFile().write(result, file);
        } catch (IOException e) {
            throw new RefusedException(
                    "--report is \"%s\", but no page could be written there: %s"
                            .formatted(file, e));
        }
    }

    private void writeDocument(RunResult result) {
        try {
            ByteArrayOutputStream document = new ByteArrayOutputStream();
            ResultJson.whole().write(result, document);
            document.write('\n');
            OutputStream out = terminal.documents();
            document.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing the result", e);
        }
    }
}
