package org.labjanitor.simulator.s3.policy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.labjanitor.simulator.identity.IamPattern;
import org.labjanitor.simulator.wire.AwsError;

/**
 * Reads the JSON of a bucket policy (IAM User Guide, "Grammar of the IAM JSON policy language").
 */
final class PolicyReader {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> VERSIONS = Set.of("2012-10-17", "2008-10-17");
    private static final Set<String> POLICY_ELEMENTS = Set.of("Version", "Id", "Statement");
    private static final Set<String> STATEMENT_ELEMENTS =
            Set.of(
                    "Sid",
                    "Effect",
                    "Principal",
                    "NotPrincipal",
                    "Action",
                    "NotAction",
                    "Resource",
                    "NotResource",
                    "Condition");
    private static final Set<String> KNOWN_KEYS =
            Set.of("aws:principalarn", "aws:principalaccount", "aws:securetransport", "s3:prefix");

    private final String bucketArn;

    PolicyReader(String bucket) {
        this.bucketArn = "arn:aws:s3:::" + bucket;
    }

    BucketPolicy read(String json) {
        JsonNode root = parse(json);
        requireElements(root, POLICY_ELEMENTS);
        if (root.has("Version") && !VERSIONS.contains(root.path("Version").asText())) {
            throw malformed("The policy must contain a valid version string");
        }
        List<Statement> statements = new ArrayList<>();
        each(root.path("Statement")).forEach(node -> statements.add(statement(node)));
        if (statements.isEmpty()) {
            throw malformed("Could not parse the policy: Statement is empty!");
        }
        return new BucketPolicy(json, statements);
    }

    private static JsonNode parse(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            if (root == null || !root.isObject()) {
                throw malformed("Policies must be valid JSON and the first byte must be '{'");
            }
            return root;
        } catch (JacksonException e) {
            throw malformed("This policy contains invalid Json");
        }
    }

    private static void requireElements(JsonNode node, Set<String> known) {
        node.fieldNames()
                .forEachRemaining(name -> {
                    if (!known.contains(name)) {
                        throw malformed("Unknown field " + name);
                    }
                });
    }

    private Statement statement(JsonNode node) {
        requireElements(node, STATEMENT_ELEMENTS);
        if (node.has("NotPrincipal")) {
            throw AwsError.notSimulated("NotPrincipal in a bucket policy");
        }
        Principals principals = principals(node.path("Principal"));
        return new Statement(
                effect(node.path("Effect").asText()),
                principals,
                patterns(node, "Action", PolicyReader::action),
                patterns(node, "Resource", this::resource),
                conditions(node.path("Condition"), principals));
    }

    private static PolicyAnswer effect(String text) {
        return switch (text) {
            case "Allow" -> PolicyAnswer.ALLOW;
            case "Deny" -> PolicyAnswer.DENY;
            default -> throw malformed("Invalid effect: " + text);
        };
    }

    private static Principals principals(JsonNode node) {
        if (node.isTextual() && node.asText().equals("*")) {
            return new Principals(true, List.of(), List.of());
        }
        if (!node.isObject() || node.isEmpty()) {
            throw malformed("Invalid principal in policy");
        }
        List<String> aws = texts(node.path("AWS"));
        List<String> others = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            switch (entry.getKey()) {
                case "AWS" -> {}
                case "Service", "Federated", "CanonicalUser" ->
                        others.addAll(texts(entry.getValue()));
                default -> throw malformed("Invalid principal in policy");
            }
        }
        return new Principals(aws.contains("*"), aws, others);
    }

    private static Patterns patterns(
            JsonNode node, String element, Function<String, IamPattern> reader) {
        boolean negated = node.has("Not" + element);
        if (negated == node.has(element)) {
            throw malformed("Missing required field " + element);
        }
        List<String> values = texts(node.path(negated ? "Not" + element : element));
        return new Patterns(negated, values.stream().map(reader).toList());
    }

    private static IamPattern action(String text) {
        if (!text.equals("*") && !text.startsWith("s3:")) {
            throw malformed("Policy has invalid action");
        }
        return IamPattern.ignoringCase(text);
    }

    private IamPattern resource(String text) {
        boolean ours =
                text.equals("*")
                        || text.equals(bucketArn)
                        || text.equals(bucketArn + "*")
                        || text.startsWith(bucketArn + "/");
        if (!ours) {
            throw malformed("Policy has invalid resource");
        }
        return IamPattern.exact(text);
    }

    /** What is said to services only is never put to the test here, and may use any key. */
    private static List<Condition> conditions(JsonNode block, Principals principals) {
        List<Condition> conditions = new ArrayList<>();
        if (!principals.onlyOthers()) {
            for (Map.Entry<String, JsonNode> entry : block.properties()) {
                Operator operator =
                        Operator.named(entry.getKey())
                                .orElseThrow(() ->
                                        AwsError.notSimulated(
                                                "the condition operator " + entry.getKey()));
                entry.getValue()
                        .properties()
                        .forEach(key ->
                                conditions.add(condition(operator, key.getKey(), key.getValue())));
            }
        }
        return conditions;
    }

    private static Condition condition(Operator operator, String key, JsonNode values) {
        if (KNOWN_KEYS.stream().noneMatch(key::equalsIgnoreCase)) {
            throw AwsError.notSimulated("the condition key " + key);
        }
        return new Condition(operator, key, texts(values));
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        each(node).forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /** One thing stands for a list of one. */
    private static List<JsonNode> each(JsonNode node) {
        List<JsonNode> items = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(items::add);
        } else if (!node.isMissingNode()) {
            items.add(node);
        }
        return items;
    }

    private static AwsError malformed(String why) {
        return AwsError.badRequest("MalformedPolicy", why);
    }
}
