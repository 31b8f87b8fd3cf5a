package org.labjanitor.deployment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads CloudFormation's YAML: short forms such as {@code !Ref} are written out, and every scalar
 * is a string, as CloudFormation's parameters are.
 */
final class ShortForms {
    private ShortForms() {}

    static Object read(String yaml) {
        Node root =
                new Compose(LoadSettings.builder().build())
                        .composeString(yaml)
                        .orElseThrow(() -> new AssertionError("the template is empty"));
        return value(root);
    }

    private static Object value(Node node) {
        Object plain =
                switch (node) {
                    case ScalarNode scalar -> scalar.getValue();
                    case SequenceNode sequence -> list(sequence);
                    case MappingNode mapping -> map(mapping);
                    default -> throw new AssertionError("unknown kind of node: " + node);
                };
        String tag = node.getTag().getValue();
        return tag.startsWith("!") && tag.length() > 1 ? longForm(tag.substring(1), plain) : plain;
    }

    private static Object longForm(String name, Object argument) {
        return switch (name) {
            case "Ref", "Condition" -> Map.of(name, argument);
            case "GetAtt" -> Map.of("Fn::GetAtt", List.of(((String) argument).split("\\.", 2)));
            default -> Map.of("Fn::" + name, argument);
        };
    }

    private static List<Object> list(SequenceNode sequence) {
        List<Object> values = new ArrayList<>();
        sequence.getValue().forEach(element -> values.add(value(element)));
        return values;
    }

    private static Map<String, Object> map(MappingNode mapping) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            values.put(((ScalarNode) entry.getKeyNode()).getValue(), value(entry.getValueNode()));
        }
        return values;
    }
}
