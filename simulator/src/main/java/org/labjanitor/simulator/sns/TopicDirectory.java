package org.labjanitor.simulator.sns;

import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.PerPlace;
import org.labjanitor.simulator.service.Place;

/** Every topic of the lab. */
final class TopicDirectory {
    private final PerPlace<LabTopics> topics = new PerPlace<>(LabTopics::new);

    LabTopics at(Place place) {
        return topics.at(place);
    }

    LabTopics at(CallContext context) {
        return topics.at(context.place());
    }

    /** The topic that the caller names, or SNS's word of refusal. */
    LabTopic require(CallContext context, @Nullable String arn, String action) {
        TopicArn topic = TopicArn.read(arn);
        topic.requireReachable(context, action);
        return at(context).find(topic.name()).orElseThrow(SnsErrors::noSuchTopic);
    }
}
