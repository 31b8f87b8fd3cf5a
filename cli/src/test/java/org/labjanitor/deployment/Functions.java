package org.labjanitor.deployment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** CloudFormation's functions, as far as the template uses them; any other fails by name. */
final class Functions {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)\\}");

    private final Tree root;
    private final Map<String, String> parameters;

    Functions(Tree root, Map<String, String> parameters) {
        this.root = root;
        this.parameters = parameters;
    }

    /** The value with every function carried out; null where it comes to no value. */
    @Nullable Object resolve(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map when isFunction(map) -> apply(map);
            case Map<?, ?> map -> resolveMap(map);
            case List<?> list -> resolveList(list);
            case null, default -> value;
        };
    }

    /** Whether the condition of this name holds. */
    boolean holds(String condition) {
        return isTrue(root.at("Conditions").at(condition).value());
    }

    private static boolean isFunction(Map<?, ?> map) {
        return map.size() == 1
                && map.keySet().stream()
                        .allMatch(key -> key.equals("Ref") || ((String) key).startsWith("Fn::"));
    }

    private Map<String, Object> resolveMap(Map<?, ?> map) {
        Map<String, Object> resolved = new LinkedHashMap<>();
        map.forEach((key, child) -> {
            Object value = resolve(child);
            if (value != null) {
                resolved.put((String) key, value);
            }
        });
        return resolved;
    }

    private List<Object> resolveList(List<?> list) {
        List<Object> resolved = new ArrayList<>();
        for (Object child : list) {
            Object value = resolve(child);
            if (value != null) {
                resolved.add(value);
            }
        }
        return resolved;
    }

    private @Nullable Object apply(Map<?, ?> function) {
        String name = (String) function.keySet().iterator().next();
        Object argument = function.values().iterator().next();
        return switch (name) {
            case "Ref" -> reference((String) argument);
            case "Fn::GetAtt" -> attribute((String) part(argument, 0), (String) part(argument, 1));
            case "Fn::Sub" -> substitute(argument);
            case "Fn::If" -> resolve(part(argument, holds((String) part(argument, 0)) ? 1 : 2));
            case "Fn::Select" -> select(argument);
            case "Fn::Split" ->
                    List.of(
                            text(part(argument, 1))
                                    .split(Pattern.quote(text(part(argument, 0))), -1));
            case "Fn::Join" -> join(argument);
            case "Fn::FindInMap" -> mapped(argument);
            default -> throw new AssertionError(name + " is not known here");
        };
    }

    private @Nullable String reference(String name) {
        if (name.equals("AWS::NoValue")) {
            return null;
        }
        String parameter = parameters.get(name);
        return parameter != null ? parameter : physicalId(name);
    }

    private String physicalId(String resource) {
        Tree tree = root.at("Resources").at(resource);
        return switch (tree.at("Type").text()) {
            case "AWS::S3::Bucket" -> text(tree.at("Properties").at("BucketName").value());
            case "AWS::SNS::Topic" -> arn("sns", resource);
            case "AWS::Logs::LogGroup" -> text(tree.at("Properties").at("LogGroupName").value());
            default -> resource;
        };
    }

    private String attribute(String resource, String name) {
        String type = root.at("Resources").at(resource).at("Type").text();
        if (!name.equals("Arn")) {
            return resource + "." + name;
        }
        return type.equals("AWS::S3::Bucket")
                ? "arn:%s:s3:::%s".formatted(parameters.get("AWS::Partition"), physicalId(resource))
                : arn(type.split("::", -1)[1].toLowerCase(Locale.ROOT), resource);
    }

    private String arn(String service, String resource) {
        return "arn:%s:%s:%s:%s:%s"
                .formatted(
                        parameters.get("AWS::Partition"),
                        service,
                        parameters.get("AWS::Region"),
                        parameters.get("AWS::AccountId"),
                        resource);
    }

    private String substitute(Object argument) {
        String pattern = argument instanceof String text ? text : text(part(argument, 0));
        Map<?, ?> own = argument instanceof List<?> list ? (Map<?, ?>) list.get(1) : Map.of();
        Matcher matcher = REFERENCE.matcher(pattern);
        return matcher.replaceAll(match -> Matcher.quoteReplacement(named(match.group(1), own)));
    }

    private String named(String name, Map<?, ?> own) {
        if (own.containsKey(name)) {
            return text(own.get(name));
        }
        int dot = name.indexOf('.');
        return dot < 0
                ? text(reference(name))
                : attribute(name.substring(0, dot), name.substring(dot + 1));
    }

    private String select(Object argument) {
        List<?> from = (List<?>) resolve(part(argument, 1));
        if (from == null) {
            throw new AssertionError("nothing to select from: " + argument);
        }
        return text(from.get(Integer.parseInt(text(part(argument, 0)))));
    }

    private String join(Object argument) {
        Tree parts = new Tree("parts", resolve(part(argument, 1)));
        return String.join(text(part(argument, 0)), parts.texts());
    }

    private String mapped(Object argument) {
        return root.at("Mappings")
                .at(text(part(argument, 0)))
                .at(text(part(argument, 1)))
                .at(text(part(argument, 2)))
                .text();
    }

    private boolean isTrue(@Nullable Object condition) {
        Tree tree = new Tree("condition", condition);
        String name = tree.map().keySet().iterator().next();
        Tree argument = tree.at(name);
        return switch (name) {
            case "Condition" -> holds(argument.text());
            case "Fn::Equals" ->
                    text(part(argument.value(), 0)).equals(text(part(argument.value(), 1)));
            case "Fn::Not" -> !isTrue(part(argument.value(), 0));
            case "Fn::And" -> argument.elements().stream().allMatch(each -> isTrue(each.value()));
            case "Fn::Or" -> argument.elements().stream().anyMatch(each -> isTrue(each.value()));
            default -> throw new AssertionError(name + " is not known here");
        };
    }

    private String text(@Nullable Object value) {
        return new Tree("value", resolve(value)).text();
    }

    private static Object part(@Nullable Object list, int index) {
        if (list instanceof List<?> parts && parts.get(index) != null) {
            return parts.get(index);
        }
        throw new AssertionError("no part " + index + " in " + list);
    }
}
