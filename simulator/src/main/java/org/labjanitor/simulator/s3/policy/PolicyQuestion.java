package org.labjanitor.simulator.s3.policy;

import java.util.Map;
import java.util.Optional;

/**
 * May somebody do something?
 *
 * @param principalArn who calls
 * @param resource ARN of the bucket or the object
 * @param everyKey whether the question is about every object that the bucket could hold, and not
 *     about the resource alone: then a deny of some is a deny, and only an allow of all an allow
 * @param conditions values of condition keys, as far as the call has them
 */
public record PolicyQuestion(
        String principalArn,
        String accountId,
        String action,
        String resource,
        boolean everyKey,
        Map<String, String> conditions) {
    public PolicyQuestion {
        conditions = Map.copyOf(conditions);
    }

    Optional<String> condition(String key) {
        return conditions.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(key))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
