package org.labjanitor.simulator.sns;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * A subscription's filter policy on message attributes. It accepts a message if for each of its
 * keys there is an attribute of that name that matches one of the key's conditions (Developer
 * Guide, "Amazon SNS subscription filter policies" and "String value matching").
 */
record FilterPolicy(Map<String, List<ValueCondition>> conditions) {
    private static final JsonMapper JSON = new JsonMapper();

    FilterPolicy {
        conditions = Map.copyOf(conditions);
    }

    boolean accepts(Map<String, MessageAttributeValue> attributes) {
        return conditions.entrySet().stream()
                .allMatch(entry -> matches(attributes.get(entry.getKey()), entry.getValue()));
    }

    private static boolean matches(
            @Nullable MessageAttributeValue attribute, List<ValueCondition> conditions) {
        boolean exists = attribute != null;
        List<String> values = attribute == null ? List.of() : values(attribute);
        return conditions.stream()
                .anyMatch(condition ->
                        condition instanceof ValueCondition.Exists(boolean wanted)
                                ? wanted == exists
                                : values.stream().anyMatch(condition::matches));
    }

    /**
     * Only {@code String} and {@code String.Array} are compared with strings. Quotation marks and
     * backslashes have to be escaped twice in a policy to match (Developer Guide, "Filter policy
     * constraints").
     */
    private static List<String> values(MessageAttributeValue attribute) {
        return switch (attribute.dataType()) {
            case "String" -> List.of(escaped(attribute.stringValue()));
            case "String.Array" -> elements(attribute.stringValue());
            default -> List.of();
        };
    }

    private static List<String> elements(String array) {
        List<String> elements = new ArrayList<>();
        try {
            JSON.readTree(array).forEach(element -> addText(element, elements));
        } catch (JacksonException e) {
            // "String.Array" that is no array matches nothing.
            return List.of();
        }
        return elements;
    }

    private static void addText(JsonNode element, List<String> elements) {
        if (element.isTextual()) {
            elements.add(escaped(element.textValue()));
        }
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
