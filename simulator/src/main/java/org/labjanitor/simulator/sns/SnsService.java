package org.labjanitor.simulator.sns;

import java.util.List;
import org.labjanitor.simulator.service.AwsService;
import org.labjanitor.simulator.service.ErrorDialect;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.service.Place;
import org.labjanitor.simulator.wire.AwsQueryProtocol;
import org.labjanitor.simulator.wire.WireProtocol;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.DeleteTopicRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;

/** SNS, as far as standard topics carry messages to subscriptions with filter policies. */
public final class SnsService implements AwsService {
    private final TopicDirectory directory = new TopicDirectory();
    private final TopicOperations topics = new TopicOperations(directory);
    private final SubscriptionOperations subscriptions = new SubscriptionOperations(directory);
    private final Publishing publishing = new Publishing(directory);

    /** The topics of an account in a Region. */
    public LabTopics topics(Place place) {
        return directory.at(place);
    }

    @Override
    public String signingName() {
        return "sns";
    }

    @Override
    public List<WireProtocol> protocols() {
        return List.of(
                new AwsQueryProtocol("2010-03-31", "http://sns.amazonaws.com/doc/2010-03-31/"));
    }

    @Override
    public ErrorDialect errors() {
        return ErrorDialect.SNS;
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(
                new Operation<>("CreateTopic", CreateTopicRequest::builder, topics::create),
                new Operation<>("DeleteTopic", DeleteTopicRequest::builder, topics::delete),
                new Operation<>(
                        "GetTopicAttributes",
                        GetTopicAttributesRequest::builder,
                        topics::attributes),
                new Operation<>("Subscribe", SubscribeRequest::builder, subscriptions::subscribe),
                new Operation<>(
                        "ListSubscriptionsByTopic",
                        ListSubscriptionsByTopicRequest::builder,
                        subscriptions::list),
                new Operation<>("Publish", PublishRequest::builder, publishing::publish));
    }
}
