package org.labjanitor.simulator.sns;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * A message that a topic has accepted.
 *
 * @param at the lab's time at which it was accepted
 */
public record LabMessage(
        String id,
        Instant at,
        @Nullable String subject,
        String body,
        Map<String, MessageAttributeValue> attributes) {
    public LabMessage {
        attributes = Map.copyOf(attributes);
    }

    /**
     * The text of an attribute.
     *
     * @throws IllegalArgumentException if the message has no such attribute, or it has no text
     */
    public String text(String attribute) {
        MessageAttributeValue value = attributes.get(attribute);
        if (value == null || value.stringValue() == null) {
            throw new IllegalArgumentException(
                    "no text in attribute %s of %s".formatted(attribute, attributes));
        }
        return value.stringValue();
    }
}
