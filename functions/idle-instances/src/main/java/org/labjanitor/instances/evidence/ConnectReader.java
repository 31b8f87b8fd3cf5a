package org.labjanitor.instances.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.login.Login;
import org.labjanitor.core.login.LoginSource;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.json.StrictJson;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;

/**
 * Keys pushed by EC2 Instance Connect, from CloudTrail's event history. Asked by event name, one
 * sweep serves every instance of the Region, and two calls a second suffice.
 */
final class ConnectReader implements LoginReader {
    private static final String PUSHED_KEY = "SendSSHPublicKey";
    private static final int PAGE = 50;

    private final Supplier<CloudTrailClient> cloudTrail;
    private final StrictJson json = new StrictJson();

    ConnectReader(Supplier<CloudTrailClient> cloudTrail) {
        this.cloudTrail = cloudTrail;
    }

    @Override
    public LoginSource source() {
        return LoginSource.INSTANCE_CONNECT;
    }

    @Override
    public String call() {
        return "cloudtrail:LookupEvents";
    }

    @Override
    public Map<String, List<Login>> read(Instant since) {
        LookupEventsRequest request =
                LookupEventsRequest.builder()
                        .lookupAttributes(
                                LookupAttribute.builder()
                                        .attributeKey(LookupAttributeKey.EVENT_NAME)
                                        .attributeValue(PUSHED_KEY)
                                        .build())
                        .startTime(since)
                        .maxResults(PAGE)
                        .build();
        Map<String, List<Login>> logins = new HashMap<>();
        for (Event event : cloudTrail.get().lookupEventsPaginator(request).events()) {
            PushedKey pushed = pushedKey(event);
            if (pushed.accepted()) {
                logins.computeIfAbsent(pushed.instanceId(), _ -> new ArrayList<>())
                        .add(login(event));
            }
        }
        return logins;
    }

    private static Login login(Event event) {
        return new Login(
                LoginSource.INSTANCE_CONNECT,
                event.username() == null ? "somebody" : event.username(),
                event.eventTime(),
                event.eventTime());
    }

    private PushedKey pushedKey(Event event) {
        try {
            Map<String, @Nullable Object> details =
                    json.object(event.cloudTrailEvent().getBytes(StandardCharsets.UTF_8));
            if (details.get("errorCode") != null) {
                return PushedKey.REFUSED;
            }
            if (details.get("requestParameters") instanceof Map<?, ?> parameters
                    && parameters.get("instanceId") instanceof String instanceId) {
                return new PushedKey(instanceId, true);
            }
        } catch (BadRequestException e) {
            throw new UnreadableLoginException(PUSHED_KEY + " event " + event.eventId(), e);
        }
        throw new UnreadableLoginException(
                PUSHED_KEY + " event " + event.eventId() + " without an instance", null);
    }

    /** What a key was pushed to; {@code REFUSED} if EC2 did not let it in. */
    private record PushedKey(String instanceId, boolean accepted) {
        static final PushedKey REFUSED = new PushedKey("", false);
    }
}
