package org.labjanitor.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code template.yaml} as it is written. */
final class Template {
    private static final Path FILE = Path.of("../template.yaml");

    private final Tree root;

    private Template(Tree root) {
        this.root = root;
    }

    static Template read() {
        try {
            return new Template(new Tree("template", ShortForms.read(Files.readString(FILE))));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + FILE, e);
        }
    }

    Tree section(String name) {
        return root.at(name);
    }

    Map<String, Tree> parameters() {
        return section("Parameters").children();
    }

    Tree parameter(String name) {
        return section("Parameters").at(name);
    }

    /** The stack that the defaults make. */
    Stack stack() {
        return stack(Map.of());
    }

    /** The stack that these parameters make, the others having their defaults. */
    Stack stack(Map<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>(Stack.PSEUDO_PARAMETERS);
        parameters().forEach((name, parameter) -> values.put(name, parameter.at("Default").text()));
        given.forEach((name, value) -> {
            if (values.put(name, value) == null) {
                throw new AssertionError("the template has no parameter " + name);
            }
        });
        return new Stack(root, values);
    }

    Stack stack(String parameter, String value) {
        return stack(Map.of(parameter, value));
    }
}
