package org.labjanitor.simulator.s3.policy;

import java.util.List;

/** One key of a Condition block and what it must be. */
record Condition(Operator operator, String key, List<String> values) {
    Condition {
        values = List.copyOf(values);
    }

    boolean isMetBy(PolicyQuestion question) {
        return operator.isMetBy(question.condition(key), values);
    }
}
