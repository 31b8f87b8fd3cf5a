package org.labjanitor.simulator.s3.policy;

import java.util.List;
import org.labjanitor.simulator.identity.IamPattern;

/**
 * An Action or Resource element, or its opposite.
 *
 * @param negated whether it is NotAction or NotResource
 */
record Patterns(boolean negated, List<IamPattern> patterns) {
    /** Only a pattern that covers every key covers this one. */
    private static final String UNLIKELY_KEY = "/\u0001\u0002\u0003";

    Patterns {
        patterns = List.copyOf(patterns);
    }

    boolean cover(String text) {
        return negated != patterns.stream().anyMatch(pattern -> pattern.matches(text));
    }

    /** Whether some object of the bucket is covered. */
    boolean coverSomeIn(String bucketArn) {
        return negated ? !listsEvery(bucketArn) : listsSome(bucketArn);
    }

    /** Whether every object of the bucket is covered. */
    boolean coverEveryIn(String bucketArn) {
        return negated ? !listsSome(bucketArn) : listsEvery(bucketArn);
    }

    private boolean listsEvery(String bucketArn) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(bucketArn + UNLIKELY_KEY));
    }

    /** Any pattern but the one that is the bucket's own ARN. */
    private boolean listsSome(String bucketArn) {
        return listsEvery(bucketArn)
                || patterns.stream().anyMatch(pattern -> !pattern.matches(bucketArn));
    }
}
