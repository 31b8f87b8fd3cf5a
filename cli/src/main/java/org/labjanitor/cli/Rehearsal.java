package org.labjanitor.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.labjanitor.cli.command.Janitor;

/**
 * Runs the commands of its input, one a line, in one process, so that a cache can be made of the
 * classes that they need. Their exit codes do not matter.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /**
     * Runs the commands.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws IOException {
        List<String> lines;
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            lines = in.lines().toList();
        }
        for (String line : lines) {
            new Janitor(Main.thisProcess()).run(line.split(" "));
        }
    }
}
