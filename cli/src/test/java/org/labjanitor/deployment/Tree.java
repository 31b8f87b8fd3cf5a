package org.labjanitor.deployment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in a document of maps, lists and strings. */
record Tree(String path, @Nullable Object value) {
    /** What is at the key; it has to be there. */
    Tree at(String key) {
        Object child = map().get(key);
        if (child == null) {
            throw new AssertionError(path + " has no " + key);
        }
        return new Tree(path + "." + key, child);
    }

    boolean has(String key) {
        return map().containsKey(key);
    }

    String text() {
        if (value instanceof String || value instanceof Number) {
            return String.valueOf(value);
        }
        throw new AssertionError(path + " is no text: " + value);
    }

    Map<String, Object> map() {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> typed = new LinkedHashMap<>();
            map.forEach((key, child) -> typed.put((String) key, child));
            return typed;
        }
        throw new AssertionError(path + " is no map: " + value);
    }

    Map<String, Tree> children() {
        Map<String, Tree> children = new LinkedHashMap<>();
        map().forEach((key, child) -> children.put(key, new Tree(path + "." + key, child)));
        return children;
    }

    /** The elements of a list; what is no list is its only element. */
    List<Tree> elements() {
        List<?> list = value instanceof List<?> several ? several : List.of(self());
        return list.stream().map(element -> new Tree(path + "[]", element)).toList();
    }

    List<String> texts() {
        return elements().stream().map(Tree::text).toList();
    }

    private Object self() {
        if (value == null) {
            throw new AssertionError(path + " is empty");
        }
        return value;
    }
}
