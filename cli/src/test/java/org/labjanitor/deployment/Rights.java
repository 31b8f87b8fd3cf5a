package org.labjanitor.deployment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a role may do: a Deny wins, and what nobody allows is denied. */
record Rights(List<Statement> statements) {
    Rights {
        statements = List.copyOf(statements);
    }

    boolean allows(String action, String resource, Map<String, List<String>> context) {
        return statements.stream()
                        .anyMatch(statement -> allowed(statement, action, resource, context))
                && statements.stream()
                        .noneMatch(statement -> denied(statement, action, resource, context));
    }

    /** Actions that some statement allows, on whatever. */
    Set<String> allowedActions() {
        Set<String> actions = new TreeSet<>();
        statements.stream()
                .filter(Statement::allows)
                .forEach(statement -> actions.addAll(statement.actions()));
        return actions;
    }

    private static boolean allowed(
            Statement statement,
            String action,
            String resource,
            Map<String, List<String>> context) {
        return statement.allows() && statement.speaksOf(action, resource, context);
    }

    private static boolean denied(
            Statement statement,
            String action,
            String resource,
            Map<String, List<String>> context) {
        return !statement.allows() && statement.speaksOf(action, resource, context);
    }
}
