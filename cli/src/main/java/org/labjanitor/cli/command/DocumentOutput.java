package org.labjanitor.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.labjanitor.cli.terminal.Terminal;

/** Writes small documents for other programs. */
final class DocumentOutput {
    private final Terminal terminal;

    DocumentOutput(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The fields in their order, as one JSON document and an end of line. */
    void write(Map<String, ?> fields) {
        try {
            String text = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(fields);
            OutputStream out = terminal.documents();
            out.write((text + "\n").getBytes(UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing the result", e);
        }
    }
}
