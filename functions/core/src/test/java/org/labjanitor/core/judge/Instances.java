package org.labjanitor.core.judge;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.instance.InstanceState;
import org.labjanitor.core.instance.PurchaseOption;
import org.labjanitor.core.instance.SpotRequest;

/** Describes instances for tests: a running lab instance, but for what a test says. */
final class Instances {
    private final Map<String, String> tags = new HashMap<>(Map.of("lab", "java"));
    private String type = "t3.micro";
    private InstanceState state = InstanceState.RUNNING;
    private PurchaseOption option = PurchaseOption.ON_DEMAND;
    private @Nullable Instant lastStart = Instant.parse("2026-11-01T10:00:00Z");
    private @Nullable Instant attached = Instant.parse("2026-10-01T10:00:00Z");
    private @Nullable Instant stoppedSince;
    private @Nullable String managedBy;
    private @Nullable SpotRequest request;

    Instances tag(String key, String value) {
        tags.put(key, value);
        return this;
    }

    Instances without(String key) {
        tags.remove(key);
        return this;
    }

    Instances type(String value) {
        type = value;
        return this;
    }

    Instances state(InstanceState value) {
        state = value;
        return this;
    }

    Instances lastStart(@Nullable String value) {
        lastStart = value == null ? null : Instant.parse(value);
        return this;
    }

    Instances stoppedSince(String value) {
        stoppedSince = Instant.parse(value);
        return state(InstanceState.STOPPED);
    }

    Instances managedBy(String value) {
        managedBy = value;
        return this;
    }

    Instances spot(SpotRequest.@Nullable Persistence persistence) {
        option = PurchaseOption.SPOT;
        request = persistence == null ? null : new SpotRequest("sir-1", persistence);
        return this;
    }

    Instance build() {
        return new Instance(
                "i-0123456789abcdef0",
                "us-east-1",
                "us-east-1a",
                type,
                state,
                option,
                false,
                lastStart,
                attached,
                stoppedSince,
                managedBy,
                request,
                tags);
    }
}
