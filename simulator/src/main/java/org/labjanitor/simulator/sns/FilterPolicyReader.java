package org.labjanitor.simulator.sns;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.labjanitor.simulator.wire.AwsError;

/**
 * Reads the JSON of a filter policy on message attributes, within SNS's limits (Developer Guide,
 * "Filter policy constraints").
 */
final class FilterPolicyReader {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_KEYS = 5;
    private static final int MOST_COMBINATIONS = 150;

    FilterPolicy read(String json) {
        JsonNode root = parse(json);
        if (root.size() > MOST_KEYS) {
            throw SnsErrors.invalidPolicy("Filter policy can not have more than 5 keys");
        }
        Map<String, List<ValueCondition>> conditions = new LinkedHashMap<>();
        long combinations = 1;
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            List<ValueCondition> values = conditions(entry.getKey(), entry.getValue());
            conditions.put(entry.getKey(), values);
            combinations *= values.size();
        }
        if (combinations > MOST_COMBINATIONS) {
            throw SnsErrors.invalidPolicy("Filter policy is too complex");
        }
        return new FilterPolicy(conditions);
    }

    private static JsonNode parse(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            if (root == null || !root.isObject()) {
                throw SnsErrors.invalidPolicy("failed to parse JSON.");
            }
            return root;
        } catch (JacksonException e) {
            throw SnsErrors.invalidPolicy("failed to parse JSON.");
        }
    }

    private static List<ValueCondition> conditions(String key, JsonNode values) {
        if (key.equals("$or")) {
            throw AwsError.notSimulated("the operator $or of filter policies");
        }
        if (values.isObject()) {
            throw SnsErrors.invalid(
                    "Filter policy scope MessageAttributes does not support nested filter policy");
        }
        if (!values.isArray()) {
            throw SnsErrors.invalidPolicy("\"%s\" must be an object or an array".formatted(key));
        }
        if (values.isEmpty()) {
            throw SnsErrors.invalidPolicy("Empty arrays are not allowed");
        }
        List<ValueCondition> conditions = new ArrayList<>();
        values.forEach(value -> conditions.add(condition(value)));
        return conditions;
    }

    private static ValueCondition condition(JsonNode node) {
        if (node.isTextual()) {
            return new ValueCondition.Exactly(node.textValue());
        }
        if (!node.isObject() || node.size() != 1) {
            throw AwsError.notSimulated("the filter policy value " + node);
        }
        String operator = node.fieldNames().next();
        JsonNode operand = node.path(operator);
        return switch (operator) {
            case "prefix" -> new ValueCondition.Prefix(text(operator, operand));
            case "suffix" -> new ValueCondition.Suffix(text(operator, operand));
            case "equals-ignore-case" -> new ValueCondition.AnyCase(text(operator, operand));
            case "anything-but" -> noneOf(operand);
            case "exists" -> exists(operand);
            case "numeric", "cidr" ->
                    throw AwsError.notSimulated("the operator " + operator + " of filter policies");
            default -> throw SnsErrors.invalidPolicy("Unrecognized match type " + operator);
        };
    }

    private static String text(String operator, JsonNode operand) {
        if (!operand.isTextual()) {
            throw SnsErrors.invalidPolicy(operator + " match pattern must be a string");
        }
        return operand.textValue();
    }

    private static ValueCondition exists(JsonNode operand) {
        if (!operand.isBoolean()) {
            throw SnsErrors.invalidPolicy("exists match pattern must be either true or false.");
        }
        return new ValueCondition.Exists(operand.booleanValue());
    }

    private static ValueCondition noneOf(JsonNode operand) {
        List<ValueCondition> conditions = new ArrayList<>();
        if (operand.isArray()) {
            operand.forEach(value -> conditions.add(condition(value)));
        } else {
            conditions.add(condition(operand));
        }
        return new ValueCondition.NoneOf(conditions);
    }
}
