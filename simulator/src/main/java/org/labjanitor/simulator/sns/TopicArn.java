package org.labjanitor.simulator.sns;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.Place;

/** The ARN of a topic, such as {@code arn:aws:sns:eu-west-1:111122223333:janitor}. */
record TopicArn(String region, String accountId, String name) {
    private static final int ELEMENTS = 6;

    static TopicArn of(Place place, String name) {
        return new TopicArn(place.region(), place.accountId(), name);
    }

    static TopicArn read(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            throw SnsErrors.invalid(
                    "TopicArn or TargetArn Reason: no value for required parameter");
        }
        List<String> elements = List.of(text.split(":", -1));
        if (elements.size() < ELEMENTS) {
            throw SnsErrors.invalid(
                    "TopicArn Reason: An ARN must have at least 6 elements, not "
                            + elements.size());
        }
        if (elements.size() > ELEMENTS || !text.startsWith("arn:aws:sns:")) {
            throw SnsErrors.invalid("TopicArn");
        }
        return new TopicArn(elements.get(3), elements.get(4), elements.get(5));
    }

    /**
     * Refuses what the caller cannot reach: "You can publish messages only to topics and endpoints
     * in the same Amazon Web Services Region" (API reference, Publish), and in another account only
     * by its policy.
     */
    void requireReachable(CallContext context, String action) {
        if (!region.equals(context.region())) {
            throw SnsErrors.invalid("TopicArn");
        }
        if (!accountId.equals(context.accountId())) {
            throw SnsErrors.otherAccount(context.accountId(), action, toString());
        }
    }

    @Override
    public String toString() {
        return "arn:aws:sns:%s:%s:%s".formatted(region, accountId, name);
    }
}
