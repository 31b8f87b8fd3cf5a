package org.labjanitor.launcher.look;

import java.time.Instant;
import java.util.Optional;
import org.labjanitor.core.tag.TagTime;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * An instance as EC2 describes it.
 *
 * @param expiresKey key of the tag that says when its time is over
 */
public record SeenInstance(Instance instance, String expiresKey) {
    public String id() {
        return instance.instanceId();
    }

    /** Whether it is there and is not about to go; a stopped one is there. */
    public boolean isLive() {
        return switch (instance.state().name()) {
            case PENDING, RUNNING, STOPPING, STOPPED -> true;
            case SHUTTING_DOWN, TERMINATED, UNKNOWN_TO_SDK_VERSION -> false;
        };
    }

    public boolean isRunning() {
        return instance.state().name() == InstanceStateName.RUNNING;
    }

    /** When its time is over; empty where its tag does not say, or cannot be read. */
    public Optional<Instant> end() {
        return tag(expiresKey).flatMap(TagTime::end);
    }

    public Optional<String> tag(String key) {
        return instance.tags().stream()
                .filter(tag -> tag.key().equals(key))
                .map(Tag::value)
                .findFirst();
    }
}
