package org.labjanitor.buckets.removal;

import static org.labjanitor.buckets.removal.PolicyDocument.list;
import static org.labjanitor.buckets.removal.PolicyDocument.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a bucket policy, as far as it decides whether a bucket can be emptied.
 *
 * @param actions patterns such as {@code s3:Delete*}; with {@code inverted} those it leaves out
 * @param principals by kind, such as {@code Service}; the kind {@code *} is everybody
 * @param excludesPrincipals whether it names those it does not speak of ({@code NotPrincipal})
 * @param conditions keys of its condition by operator, and their values
 */
record PolicyStatement(
        String id,
        boolean denies,
        List<String> actions,
        boolean inverted,
        Map<String, List<String>> principals,
        boolean excludesPrincipals,
        List<Condition> conditions) {

    /** Versions below these are not spoken here any more. */
    private static final Set<String> OLD_TLS = Set.of("1.0", "1.1", "1.2");

    /** One comparison of a statement's condition. */
    record Condition(String operator, String key, List<String> values) {
        /** Whether it holds only for connections without TLS, or with a TLS that is not used. */
        boolean isAboutPoorTransport() {
            return switch (key.toLowerCase(Locale.ROOT)) {
                case "aws:securetransport" ->
                        operator.startsWith("Bool") && values.equals(List.of("false"));
                case "s3:tlsversion" ->
                        operator.equals("NumericLessThan")
                                && values.stream().allMatch(OLD_TLS::contains);
                default -> false;
            };
        }
    }

    PolicyStatement {
        actions = List.copyOf(actions);
        principals = Map.copyOf(principals);
        conditions = List.copyOf(conditions);
    }

    static PolicyStatement of(Map<String, @Nullable Object> fields) {
        String effect = String.valueOf(fields.get("Effect"));
        if (!effect.equals("Deny") && !effect.equals("Allow")) {
            throw new IllegalArgumentException("Effect is " + effect);
        }
        boolean inverted = fields.containsKey("NotAction");
        boolean excludes = fields.containsKey("NotPrincipal");
        return new PolicyStatement(
                fields.get("Sid") instanceof String sid ? sid : "",
                effect.equals("Deny"),
                strings(fields.get(inverted ? "NotAction" : "Action")),
                inverted,
                principals(fields.get(excludes ? "NotPrincipal" : "Principal")),
                excludes,
                conditions(fields.get("Condition")));
    }

    /** Whether the statement speaks of the action. */
    boolean covers(String action) {
        return inverted != actions.stream().anyMatch(pattern -> matches(pattern, action));
    }

    /** Whether one of its patterns begins like that; {@code *} and {@code s3:*} do not. */
    boolean hasActionBeginningWith(String beginning) {
        return !inverted
                && actions.stream()
                        .anyMatch(pattern ->
                                pattern.toLowerCase(Locale.ROOT)
                                        .startsWith(beginning.toLowerCase(Locale.ROOT)));
    }

    List<String> services() {
        return excludesPrincipals ? List.of() : principals.getOrDefault("Service", List.of());
    }

    /** Whether it concerns only connections that are never made by us, who use TLS. */
    boolean isOnlyAboutPoorTransport() {
        return !conditions.isEmpty()
                && conditions.stream().allMatch(Condition::isAboutPoorTransport);
    }

    /** Whether every principal is a service, or in an account other than the given one. */
    boolean isOnlyAboutOthersThan(String account) {
        if (excludesPrincipals || principals.isEmpty()) {
            return false;
        }
        return principals.entrySet().stream()
                .allMatch(kind ->
                        switch (kind.getKey()) {
                            case "Service" -> true;
                            case "AWS" ->
                                    kind.getValue().stream()
                                            .allMatch(name -> isInAnotherAccount(name, account));
                            default -> false;
                        });
    }

    private static boolean isInAnotherAccount(String principal, String account) {
        Pattern ofAccount = Pattern.compile("(arn:[a-z-]+:(iam|sts)::)?(\\d{12})(:.*)?");
        var matcher = ofAccount.matcher(principal);
        return matcher.matches() && !account.equals(matcher.group(3));
    }

    private static boolean matches(String pattern, String action) {
        String regex =
                pattern.chars()
                        .mapToObj(character ->
                                switch (character) {
                                    case '*' -> ".*";
                                    case '?' -> ".";
                                    default -> Pattern.quote(Character.toString(character));
                                })
                        .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(action).matches();
    }

    private static Map<String, List<String>> principals(@Nullable Object value) {
        if (value instanceof String everybody) {
            return Map.of("*", List.of(everybody));
        }
        if (value == null) {
            return Map.of();
        }
        return map(value).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, kind -> strings(kind.getValue())));
    }

    private static List<Condition> conditions(@Nullable Object value) {
        List<Condition> conditions = new ArrayList<>();
        if (value != null) {
            map(value)
                    .forEach((operator, keys) ->
                            map(keys)
                                    .forEach((key, values) ->
                                            conditions.add(
                                                    new Condition(
                                                            operator, key, strings(values)))));
        }
        return conditions;
    }

    private static List<String> strings(@Nullable Object value) {
        return list(value).stream().map(String::valueOf).toList();
    }
}
