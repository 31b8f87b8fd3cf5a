package org.labjanitor.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How results are shown. */
class OutputOptions {
    @Option(
            names = {"-v", "--verbose"},
            order = 31,
            description =
                    "Show the evidence behind every verdict, what is kept one by one, and a stack trace where something breaks;"
                            + " write a line about each decision to standard error.")
    boolean verbose;

    @Option(
            names = "--json",
            order = 32,
            description = "Print the result as a JSON document; messages go to standard error.")
    boolean json;

    @Option(
            names = "--color",
            negatable = true,
            order = 33,
            description =
                    "Colours, or none. Without it, only on a terminal and where NO_COLOR is not set.")
    @Nullable Boolean colours;
}
