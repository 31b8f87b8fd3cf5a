package org.labjanitor.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.labjanitor.runtime.json.StrictJson;

/** The project's documents, as far as a machine reads them. */
final class Papers {
    private static final Path ROOT = Path.of("..");
    private static final String OPENING = "```json\n";

    private Papers() {}

    static String read(String name) {
        try {
            return Files.readString(ROOT.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }

    static boolean exists(String name) {
        return Files.exists(ROOT.resolve(name));
    }

    /** The names of the files in a folder. */
    static List<String> names(String folder) {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("listing " + folder, e);
        }
    }

    /** The policy that {@code docs/permissions.md} gives to whoever only wants reports. */
    static Rights readOnlyPolicy() {
        String text = read("docs/permissions.md");
        int begin = text.indexOf(OPENING) + OPENING.length();
        String json = text.substring(begin, text.indexOf("```", begin));
        Tree policy = new Tree("policy", new StrictJson().object(json.getBytes(UTF_8)));
        return new Rights(policy.at("Statement").elements().stream().map(Statement::of).toList());
    }
}
