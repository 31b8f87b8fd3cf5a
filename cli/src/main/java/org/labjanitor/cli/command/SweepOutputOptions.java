package org.labjanitor.cli.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the results of sweeps are shown, and kept. */
final class SweepOutputOptions extends OutputOptions {
    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            order = 34,
            description = "Also write the result as a page for a browser, over whatever is there.")
    @Nullable Path page;
}
