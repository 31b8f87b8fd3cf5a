package org.labjanitor.simulator.s3.policy;

import java.util.List;
import java.util.Optional;
import org.labjanitor.simulator.identity.IamPattern;

/** Condition operators that the lab knows (IAM User Guide, "Condition operators"). */
enum Operator {
    STRING_EQUALS("StringEquals", false, false),
    STRING_NOT_EQUALS("StringNotEquals", true, false),
    STRING_LIKE("StringLike", false, true),
    STRING_NOT_LIKE("StringNotLike", true, true),
    /** "ArnEquals and ArnLike condition operators behave identically." */
    ARN_EQUALS("ArnEquals", false, true),
    ARN_LIKE("ArnLike", false, true),
    ARN_NOT_EQUALS("ArnNotEquals", true, true),
    ARN_NOT_LIKE("ArnNotLike", true, true),
    BOOL("Bool", false, false);

    private final String policyName;
    private final boolean negated;
    private final boolean wildcards;

    Operator(String policyName, boolean negated, boolean wildcards) {
        this.policyName = policyName;
        this.negated = negated;
        this.wildcards = wildcards;
    }

    static Optional<Operator> named(String name) {
        for (Operator operator : values()) {
            if (operator.policyName.equalsIgnoreCase(name)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    /** A negated operator is met by a key that is not there, any other is not. */
    boolean isMetBy(Optional<String> actual, List<String> wanted) {
        return negated != actual.filter(value -> matchesAny(value, wanted)).isPresent();
    }

    private boolean matchesAny(String actual, List<String> wanted) {
        return wanted.stream()
                .anyMatch(value ->
                        wildcards ? IamPattern.exact(value).matches(actual) : value.equals(actual));
    }
}
