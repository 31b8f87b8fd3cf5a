package org.labjanitor.cli.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The streams of this process, and what is at their other end. */
public final class Terminal {
    private final BufferedReader in;
    private final OutputStream rawOut;
    private final PrintWriter out;
    private final PrintWriter err;
    private final TerminalTraits traits;

    public Terminal(InputStream in, OutputStream out, OutputStream err, TerminalTraits traits) {
        Charset charset = traits.unicode() ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
        this.in = new BufferedReader(new InputStreamReader(in, charset));
        this.rawOut = out;
        this.out = new PrintWriter(new OutputStreamWriter(out, charset), true);
        this.err = new PrintWriter(new OutputStreamWriter(err, charset), true);
        this.traits = traits;
    }

    public TerminalTraits traits() {
        return traits;
    }

    /** For documents, which have an encoding of their own. */
    public OutputStream documents() {
        return rawOut;
    }

    public PrintWriter out() {
        return out;
    }

    public PrintWriter err() {
        return err;
    }

    /**
     * Where results are shown.
     *
     * @param colours what the person asked for; null decides by the terminal
     */
    public Screen results(@Nullable Boolean colours) {
        return screen(out, colours, traits.outputIsTerminal());
    }

    /** Where messages, questions and progress are shown, apart from the results. */
    public Screen messages(@Nullable Boolean colours) {
        return screen(err, colours, traits.errorIsTerminal());
    }

    /** A line beneath the messages that is written over again and again. */
    public StatusLine statusLine() {
        return new StatusLine(err, messages(false));
    }

    /** The next line that the person types; empty at the end of the input. */
    public Optional<String> answer() {
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException("reading the answer", e);
        }
    }

    private Screen screen(PrintWriter to, @Nullable Boolean colours, boolean isTerminal) {
        boolean shown = colours == null ? traits.colours() && isTerminal : colours;
        return new Screen(to, traits.width(), traits.unicode(), shown);
    }
}
