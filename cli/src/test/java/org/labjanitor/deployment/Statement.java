package org.labjanitor.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One statement of a policy, as IAM weighs it. */
record Statement(
        String id,
        boolean allows,
        List<String> actions,
        List<String> resources,
        List<Condition> conditions) {
    /** An operator, the key it asks for, and the values it takes. */
    record Condition(String operator, String key, List<String> values) {
        boolean holds(Map<String, List<String>> context) {
            List<String> actual = context.getOrDefault(key, List.of());
            return switch (operator) {
                case "Null" -> values.contains(String.valueOf(actual.isEmpty()));
                case "StringEquals" -> actual.stream().anyMatch(values::contains);
                case "StringEqualsIgnoreCase" ->
                        actual.stream()
                                .anyMatch(
                                        value -> values.stream().anyMatch(value::equalsIgnoreCase));
                case "ForAllValues:StringEquals" -> values.containsAll(actual);
                case "StringLike" ->
                        actual.stream()
                                .anyMatch(value ->
                                        values.stream().anyMatch(like -> matches(like, value)));
                default -> throw new AssertionError(operator + " is not known here");
            };
        }
    }

    static Statement of(Tree tree) {
        List<Condition> conditions = new ArrayList<>();
        if (tree.has("Condition")) {
            tree.at("Condition")
                    .children()
                    .forEach((operator, keys) ->
                            keys.children()
                                    .forEach((key, values) ->
                                            conditions.add(
                                                    new Condition(operator, key, values.texts()))));
        }
        return new Statement(
                tree.at("Sid").text(),
                tree.at("Effect").text().equals("Allow"),
                tree.at("Action").texts(),
                tree.at("Resource").texts(),
                conditions);
    }

    boolean speaksOf(String action, String resource, Map<String, List<String>> context) {
        return actions.stream().anyMatch(pattern -> matches(pattern, action))
                && resources.stream().anyMatch(pattern -> matches(pattern, resource))
                && conditions.stream().allMatch(condition -> condition.holds(context));
    }

    private static boolean matches(String pattern, String text) {
        return Pattern.matches(
                Pattern.compile("\\*")
                        .splitAsStream(pattern + "\0")
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")),
                text + "\0");
    }
}
