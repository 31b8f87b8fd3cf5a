package org.labjanitor.simulator.sns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.Continuation;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.SubscribeResponse;
import software.amazon.awssdk.services.sns.model.Subscription;

/** Subscribe and ListSubscriptionsByTopic. */
final class SubscriptionOperations {
    private static final Set<String> PROTOCOLS =
            Set.of("http", "https", "email", "email-json", "sqs", "lambda");
    private static final String POLICY = "FilterPolicy";
    private static final String SCOPE = "FilterPolicyScope";

    /** "Each call returns a limited list of subscriptions, up to 100". */
    private static final int PAGE = 100;

    private final TopicDirectory directory;

    SubscriptionOperations(TopicDirectory directory) {
        this.directory = directory;
    }

    SubscribeResponse subscribe(CallContext context, SubscribeRequest request) {
        String endpoint = requireEndpoint(request);
        FilterPolicy policy = policy(request.attributes());
        LabTopic topic = directory.require(context, request.topicArn(), "Subscribe");
        Optional<LabSubscription> known = topic.subscription(request.protocol(), endpoint);
        if (known.isPresent() && !known.get().hasPolicy(policy)) {
            throw SnsErrors.invalid(
                    "Attributes Reason: Subscription already exists with different attributes");
        }
        LabSubscription subscription =
                known.orElseGet(
                        () -> topic.add(context.accountId(), request.protocol(), endpoint, policy));
        boolean tellsArn =
                subscription.confirmed() || Boolean.TRUE.equals(request.returnSubscriptionArn());
        return SubscribeResponse.builder()
                .subscriptionArn(tellsArn ? subscription.arn() : "pending confirmation")
                .build();
    }

    private static String requireEndpoint(SubscribeRequest request) {
        String protocol = request.protocol() == null ? "" : request.protocol();
        if (!PROTOCOLS.contains(protocol)) {
            throw SnsErrors.invalid(
                    "Amazon SNS does not support this protocol string: " + protocol);
        }
        String endpoint = request.endpoint();
        boolean mail = protocol.startsWith("email");
        if (endpoint == null || endpoint.isEmpty() || (mail && !endpoint.contains("@"))) {
            throw SnsErrors.invalid(mail ? "Email address" : "Endpoint");
        }
        return endpoint;
    }

    private static FilterPolicy policy(Map<String, String> attributes) {
        attributes.keySet().stream()
                .filter(attribute -> !attribute.equals(POLICY) && !attribute.equals(SCOPE))
                .findFirst()
                .ifPresent(attribute -> {
                    throw AwsError.notSimulated("the subscription attribute " + attribute);
                });
        if (!attributes.getOrDefault(SCOPE, "MessageAttributes").equals("MessageAttributes")) {
            throw AwsError.notSimulated("filter policies on the message's body");
        }
        return new FilterPolicyReader().read(attributes.getOrDefault(POLICY, "{}"));
    }

    ListSubscriptionsByTopicResponse list(
            CallContext context, ListSubscriptionsByTopicRequest request) {
        LabTopic topic = directory.require(context, request.topicArn(), "ListSubscriptionsByTopic");
        List<Subscription> all =
                topic.subscriptions().stream().map(one -> toAws(one, topic)).toList();
        int from = Math.min(from(request), all.size());
        int to = Math.min(from + PAGE, all.size());
        return ListSubscriptionsByTopicResponse.builder()
                .subscriptions(all.subList(from, to))
                .nextToken(
                        to < all.size()
                                ? new Continuation(topic.arn().hashCode(), List.of((long) to))
                                        .token()
                                : null)
                .build();
    }

    private static int from(ListSubscriptionsByTopicRequest request) {
        if (request.nextToken() == null) {
            return 0;
        }
        return Continuation.read(request.nextToken(), request.topicArn().hashCode(), 1)
                .orElseThrow(() -> SnsErrors.invalid("NextToken"))
                .position()
                .getFirst()
                .intValue();
    }

    private static Subscription toAws(LabSubscription subscription, LabTopic topic) {
        return Subscription.builder()
                .topicArn(topic.arn())
                .owner(subscription.owner())
                .protocol(subscription.protocol())
                .endpoint(subscription.endpoint())
                .subscriptionArn(
                        subscription.confirmed() ? subscription.arn() : "PendingConfirmation")
                .build();
    }
}
