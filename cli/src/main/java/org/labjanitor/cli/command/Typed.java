package org.labjanitor.cli.command;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The words that a person typed. */
final class Typed {
    private Typed() {}

    /** The words behind the command's own name. */
    static List<String> after(CommandSpec spec, String name) {
        List<String> words = spec.root().commandLine().getParseResult().originalArgs();
        return words.subList(words.indexOf(name) + 1, words.size());
    }
}
