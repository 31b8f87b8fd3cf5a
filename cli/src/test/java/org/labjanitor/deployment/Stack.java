package org.labjanitor.deployment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.labjanitor.runtime.json.StrictJson;

/** What the template comes to with given parameters. */
final class Stack {
    static final String ACCOUNT = "111122223333";

    static final Map<String, String> PSEUDO_PARAMETERS =
            Map.of(
                    "AWS::AccountId", ACCOUNT,
                    "AWS::Region", "us-east-1",
                    "AWS::Partition", "aws",
                    "AWS::URLSuffix", "amazonaws.com",
                    "AWS::StackName", "lab-janitor",
                    "AWS::StackId",
                            "arn:aws:cloudformation:us-east-1:111122223333:stack/lab-janitor/51af3dc0-da77-11e4-872e-1234567db123");

    private final Tree root;
    private final Functions functions;

    Stack(Tree root, Map<String, String> parameters) {
        this.root = root;
        this.functions = new Functions(root, parameters);
    }

    /** Resources whose condition holds, by their logical ids. */
    Map<String, Tree> resources() {
        Map<String, Tree> present = new LinkedHashMap<>();
        root.at("Resources")
                .children()
                .forEach((name, resource) -> {
                    if (!resource.has("Condition")
                            || functions.holds(resource.at("Condition").text())) {
                        present.put(name, new Tree(name, functions.resolve(resource.value())));
                    }
                });
        return present;
    }

    Map<String, Tree> resources(String type) {
        Map<String, Tree> ofType = new LinkedHashMap<>();
        resources()
                .forEach((name, resource) -> {
                    if (resource.at("Type").text().equals(type)) {
                        ofType.put(name, resource.at("Properties"));
                    }
                });
        return ofType;
    }

    Tree properties(String resource) {
        Tree found = resources().get(resource);
        if (found == null) {
            throw new AssertionError("the stack has no " + resource);
        }
        return found.at("Properties");
    }

    /** What every function has, such as its memory. */
    Tree globals() {
        return new Tree("Globals", functions.resolve(root.at("Globals").at("Function").value()));
    }

    /** The variables that a function finds. */
    Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        globals()
                .at("Environment")
                .at("Variables")
                .children()
                .forEach((name, value) -> variables.put(name, value.text()));
        return variables;
    }

    /** The variables that one function finds: its own beside every function's. */
    Map<String, String> environment(String function) {
        Map<String, String> variables = environment();
        properties(function)
                .at("Environment")
                .at("Variables")
                .children()
                .forEach((name, value) -> variables.put(name, value.text()));
        return variables;
    }

    /** The variable of this name, which a function has to find. */
    String variable(String name) {
        return globals().at("Environment").at("Variables").at(name).text();
    }

    /** What a role may do, by its own policies and by those attached to it. */
    Rights rights(String role) {
        List<Statement> statements = new ArrayList<>();
        properties(role)
                .at("Policies")
                .elements()
                .forEach(policy -> statements.addAll(statements(policy.at("PolicyDocument"))));
        resources("AWS::IAM::ManagedPolicy")
                .values()
                .forEach(policy -> {
                    if (policy.at("Roles").texts().contains(role)) {
                        statements.addAll(statements(policy.at("PolicyDocument")));
                    }
                });
        return new Rights(statements);
    }

    private static List<Statement> statements(Tree document) {
        Tree policy = document;
        if (document.value() instanceof String json) {
            policy =
                    new Tree(
                            document.path(),
                            new StrictJson().object(json.getBytes(StandardCharsets.UTF_8)));
        }
        return policy.at("Statement").elements().stream().map(Statement::of).toList();
    }
}
