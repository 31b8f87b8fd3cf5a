package org.labjanitor.cli.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What is looked at, and how it is judged. */
final class JudgingOptions extends PolicyOptions {
    @Option(
            names = "--only",
            paramLabel = "ID",
            split = ",",
            order = 13,
            description = "Look at these instances only. Narrows, never widens.")
    List<String> only = new ArrayList<>();
}
