package org.labjanitor.simulator.ec2;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.SpotInstanceState;
import software.amazon.awssdk.services.ec2.model.SpotInstanceType;

/** A Spot request. A persistent one asks for a new instance whenever it has lost its own. */
final class SpotRequest {
    private final String id;
    private final SpotInstanceType type;
    private final Instant createTime;
    private SpotInstanceState state = SpotInstanceState.OPEN;
    private String statusCode = "pending-evaluation";
    private Instant statusTime;
    private @Nullable String instanceId;

    SpotRequest(String id, SpotInstanceType type, Instant createTime) {
        this.id = id;
        this.type = type;
        this.createTime = createTime;
        this.statusTime = createTime;
    }

    String id() {
        return id;
    }

    SpotInstanceType type() {
        return type;
    }

    boolean persistent() {
        return type == SpotInstanceType.PERSISTENT;
    }

    Instant createTime() {
        return createTime;
    }

    SpotInstanceState state() {
        return state;
    }

    String statusCode() {
        return statusCode;
    }

    Instant statusTime() {
        return statusTime;
    }

    /** The instance it has now, or null. */
    @Nullable String instanceId() {
        return instanceId;
    }

    boolean isOver() {
        return state == SpotInstanceState.CLOSED || state == SpotInstanceState.CANCELLED;
    }

    void fulfil(String withInstanceId, Instant now) {
        instanceId = withInstanceId;
        enter(SpotInstanceState.ACTIVE, "fulfilled", now);
    }

    void disable(Instant now) {
        enter(SpotInstanceState.DISABLED, "instance-stopped-by-user", now);
    }

    void reopen(Instant now) {
        instanceId = null;
        enter(SpotInstanceState.OPEN, "pending-evaluation", now);
    }

    void close(Instant now) {
        enter(SpotInstanceState.CLOSED, "instance-terminated-by-user", now);
    }

    void cancel(Instant now) {
        boolean running = state == SpotInstanceState.ACTIVE;
        enter(
                SpotInstanceState.CANCELLED,
                running ? "request-canceled-and-instance-running" : "canceled-before-fulfillment",
                now);
    }

    void instanceGone(Instant now) {
        enter(state, "instance-terminated-by-user", now);
    }

    private void enter(SpotInstanceState next, String code, Instant now) {
        state = next;
        statusCode = code;
        statusTime = now;
    }
}
