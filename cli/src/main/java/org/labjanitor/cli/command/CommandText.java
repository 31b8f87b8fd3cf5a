package org.labjanitor.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command as a person would type it, quoted for the shell. */
final class CommandText {
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    /** Options that belong to one run and not to the next. */
    private static final Set<String> PASSING = Set.of("-v", "--verbose", "--json");

    private final List<String> words;

    private CommandText(List<String> words) {
        this.words = List.copyOf(words);
    }

    static CommandText of(String... words) {
        return new CommandText(List.of(words));
    }

    CommandText and(String... more) {
        return and(List.of(more));
    }

    CommandText and(List<String> more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(more);
        return new CommandText(all);
    }

    /** The words of a command that was typed, as far as they hold for a next one too. */
    CommandText andLasting(List<String> typed) {
        return and(typed.stream().filter(word -> !PASSING.contains(word)).toList());
    }

    @Override
    public String toString() {
        return words.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
