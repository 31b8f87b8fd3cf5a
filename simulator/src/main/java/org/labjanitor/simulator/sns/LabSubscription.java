package org.labjanitor.simulator.sns;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One endpoint's subscription of a topic. Until it is confirmed it receives nothing; a queue or a
 * function of the same account needs no confirmation (API reference, Subscribe).
 */
public final class LabSubscription {
    private static final Set<String> CONFIRMED_BY_PERSONS =
            Set.of("email", "email-json", "http", "https");

    private final String arn;
    private final String owner;
    private final String protocol;
    private final String endpoint;
    private final FilterPolicy policy;
    private final List<LabMessage> inbox = new CopyOnWriteArrayList<>();
    private volatile boolean confirmed;

    LabSubscription(
            String arn, String owner, String protocol, String endpoint, FilterPolicy policy) {
        this.arn = arn;
        this.owner = owner;
        this.protocol = protocol;
        this.endpoint = endpoint;
        this.policy = policy;
        this.confirmed = !CONFIRMED_BY_PERSONS.contains(protocol);
    }

    public String arn() {
        return arn;
    }

    String owner() {
        return owner;
    }

    String protocol() {
        return protocol;
    }

    String endpoint() {
        return endpoint;
    }

    boolean confirmed() {
        return confirmed;
    }

    /** What the endpoint's owner does with the link in SNS's mail. */
    public void confirm() {
        confirmed = true;
    }

    /** What the subscription's filter policy let through, in the order of publication. */
    public List<LabMessage> inbox() {
        return List.copyOf(inbox);
    }

    boolean asks(String otherProtocol, String otherEndpoint) {
        return protocol.equals(otherProtocol) && endpoint.equals(otherEndpoint);
    }

    boolean hasPolicy(FilterPolicy other) {
        return policy.equals(other);
    }

    void offer(LabMessage message) {
        if (confirmed && policy.accepts(message.attributes())) {
            inbox.add(message);
        }
    }
}
