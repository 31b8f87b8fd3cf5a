package org.labjanitor.simulator.sns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A topic, seen from behind the scenes. Safe for use by many threads. */
public final class LabTopic {
    private final TopicArn arn;
    private final String displayName;
    private final List<LabMessage> messages = new ArrayList<>();
    private final List<LabSubscription> subscriptions = new ArrayList<>();

    LabTopic(TopicArn arn, String displayName) {
        this.arn = arn;
        this.displayName = displayName;
    }

    public String arn() {
        return arn.toString();
    }

    public String name() {
        return arn.name();
    }

    String displayName() {
        return displayName;
    }

    /** Everything that was accepted, in this order. */
    public synchronized List<LabMessage> messages() {
        return List.copyOf(messages);
    }

    synchronized List<LabSubscription> subscriptions() {
        return List.copyOf(subscriptions);
    }

    /**
     * Subscribes an address and confirms it.
     *
     * @param filterPolicy the JSON of a filter policy; {@code {}} lets everything through
     */
    public LabSubscription subscribe(String address, String filterPolicy) {
        LabSubscription subscription =
                add(arn.accountId(), "email", address, new FilterPolicyReader().read(filterPolicy));
        subscription.confirm();
        return subscription;
    }

    synchronized LabSubscription add(
            String owner, String protocol, String endpoint, FilterPolicy policy) {
        LabSubscription subscription =
                new LabSubscription(
                        arn + ":" + UUID.randomUUID(), owner, protocol, endpoint, policy);
        subscriptions.add(subscription);
        return subscription;
    }

    synchronized Optional<LabSubscription> subscription(String protocol, String endpoint) {
        return subscriptions.stream()
                .filter(subscription -> subscription.asks(protocol, endpoint))
                .findFirst();
    }

    synchronized void accept(LabMessage message) {
        messages.add(message);
        subscriptions.forEach(subscription -> subscription.offer(message));
    }
}
