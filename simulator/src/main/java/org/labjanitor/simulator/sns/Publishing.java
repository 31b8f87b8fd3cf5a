package org.labjanitor.simulator.sns;

import java.util.UUID;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/** Publish, to a topic. */
final class Publishing {
    private final TopicDirectory directory;

    Publishing(TopicDirectory directory) {
        this.directory = directory;
    }

    PublishResponse publish(CallContext context, PublishRequest request) {
        requireSimulated(request);
        MessageRules.require(request);
        String arn = request.topicArn() == null ? request.targetArn() : request.topicArn();
        LabTopic topic = directory.require(context, arn, "Publish");
        LabMessage message =
                new LabMessage(
                        UUID.randomUUID().toString(),
                        context.now(),
                        request.subject(),
                        request.message(),
                        request.messageAttributes());
        topic.accept(message);
        return PublishResponse.builder().messageId(message.id()).build();
    }

    private static void requireSimulated(PublishRequest request) {
        if (request.phoneNumber() != null) {
            throw AwsError.notSimulated("text messages");
        }
        if (request.messageStructure() != null) {
            throw AwsError.notSimulated("MessageStructure");
        }
        if (request.messageGroupId() != null || request.messageDeduplicationId() != null) {
            throw AwsError.notSimulated("message groups and deduplication");
        }
    }
}
