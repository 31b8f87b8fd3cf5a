package org.labjanitor.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What happens to instances, and to which. */
final class InstanceRemovalOptions extends RemovalOptions {
    @Option(
            names = "--action",
            paramLabel = "ACTION",
            order = 26,
            description =
                    "@|bold terminate|@ (default), or @|bold stop|@, which can be taken back.")
    @Nullable String action;

    @Option(
            names = "--terminate",
            paramLabel = "ID",
            split = ",",
            order = 27,
            description =
                    "Remove these instances outright, idle or not. Lab tag, keep tag, protection and budget still"
                            + " hold. Needs --reason.")
    List<String> named = new ArrayList<>();
}
