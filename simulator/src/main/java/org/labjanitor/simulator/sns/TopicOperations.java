package org.labjanitor.simulator.sns;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.CreateTopicResponse;
import software.amazon.awssdk.services.sns.model.DeleteTopicRequest;
import software.amazon.awssdk.services.sns.model.DeleteTopicResponse;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;

/** CreateTopic, DeleteTopic and GetTopicAttributes, for standard topics. */
final class TopicOperations {
    private static final String DISPLAY_NAME = "DisplayName";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    private final TopicDirectory directory;

    TopicOperations(TopicDirectory directory) {
        this.directory = directory;
    }

    CreateTopicResponse create(CallContext context, CreateTopicRequest request) {
        String name = request.name() == null ? "" : request.name();
        if (name.endsWith(".fifo")) {
            throw AwsError.notSimulated("FIFO topics");
        }
        if (!NAME.matcher(name).matches()) {
            throw SnsErrors.invalid("Topic Name");
        }
        if (request.hasTags() || request.dataProtectionPolicy() != null) {
            throw AwsError.notSimulated("tags and data protection policies of topics");
        }
        LabTopic topic = directory.at(context).create(name, displayName(request.attributes()));
        if (request.attributes().containsKey(DISPLAY_NAME)
                && !topic.displayName().equals(request.attributes().get(DISPLAY_NAME))) {
            throw SnsErrors.invalid(
                    "Attributes Reason: Topic already exists with different attributes");
        }
        return CreateTopicResponse.builder().topicArn(topic.arn()).build();
    }

    private static String displayName(Map<String, String> attributes) {
        attributes.keySet().stream()
                .filter(attribute -> !attribute.equals(DISPLAY_NAME))
                .findFirst()
                .ifPresent(attribute -> {
                    throw AwsError.notSimulated("the topic attribute " + attribute);
                });
        return attributes.getOrDefault(DISPLAY_NAME, "");
    }

    /** "deleting a topic that does not exist does not result in an error" (DeleteTopic). */
    DeleteTopicResponse delete(CallContext context, DeleteTopicRequest request) {
        TopicArn arn = TopicArn.read(request.topicArn());
        arn.requireReachable(context, "DeleteTopic");
        directory.at(context).delete(arn.name());
        return DeleteTopicResponse.builder().build();
    }

    GetTopicAttributesResponse attributes(CallContext context, GetTopicAttributesRequest request) {
        LabTopic topic = directory.require(context, request.topicArn(), "GetTopicAttributes");
        long confirmed = topic.subscriptions().stream().filter(LabSubscription::confirmed).count();
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("TopicArn", topic.arn());
        attributes.put("Owner", context.accountId());
        attributes.put(DISPLAY_NAME, topic.displayName());
        attributes.put("SubscriptionsConfirmed", Long.toString(confirmed));
        attributes.put(
                "SubscriptionsPending", Long.toString(topic.subscriptions().size() - confirmed));
        attributes.put("SubscriptionsDeleted", "0");
        return GetTopicAttributesResponse.builder().attributes(attributes).build();
    }
}
