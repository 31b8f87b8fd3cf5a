package org.labjanitor.instances.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;

/**
 * Keys pushed through EC2 Instance Connect, for SSH and for the serial console, from CloudTrail's
 * event history. A look-up filters by one attribute; by the event source that both kinds share one
 * look-up serves every instance of the Region. Its pages keep to the two calls a second that
 * CloudTrail allows an account in a Region.
 */
final class ConnectReader implements LoginReader {
    private static final String EVENT_SOURCE = "ec2-instance-connect.amazonaws.com";
    private static final Map<String, LoginSource> KINDS =
            Map.of(
                    "SendSSHPublicKey", LoginSource.INSTANCE_CONNECT,
                    "SendSerialConsoleSSHPublicKey", LoginSource.SERIAL_CONSOLE);
    private static final int PAGE = 50;

    private final Supplier<CloudTrailClient> cloudTrail;
    private final CallRate rate;
    private final StrictJson json = new StrictJson();

    ConnectReader(Supplier<CloudTrailClient> cloudTrail, CallRate rate) {
        this.cloudTrail = cloudTrail;
        this.rate = rate;
    }

    @Override
    public List<LoginSource> sources() {
        return LoginSource.ofCloudTrail();
    }

    @Override
    public String call() {
        return "cloudtrail:LookupEvents";
    }

    @Override
    public Map<String, List<Login>> read(Instant since) throws InterruptedException {
        LookupEventsRequest request =
                LookupEventsRequest.builder()
                        .lookupAttributes(
                                LookupAttribute.builder()
                                        .attributeKey(LookupAttributeKey.EVENT_SOURCE)
                                        .attributeValue(EVENT_SOURCE)
                                        .build())
                        .startTime(since)
                        .maxResults(PAGE)
                        .build();
        Map<String, List<Login>> logins = new HashMap<>();
        @Nullable String token = null;
        do {
            rate.take();
            LookupEventsResponse page =
                    cloudTrail.get().lookupEvents(request.toBuilder().nextToken(token).build());
            page.events().forEach(event -> collect(event, logins));
            token = page.nextToken();
        } while (token != null);
        return logins;
    }

    private void collect(Event event, Map<String, List<Login>> logins) {
        LoginSource kind = event.eventName() == null ? null : KINDS.get(event.eventName());
        if (kind != null) {
            target(event)
                    .ifPresent(instanceId ->
                            logins.computeIfAbsent(instanceId, _ -> new ArrayList<>())
                                    .add(login(kind, event)));
        }
    }

    private static Login login(LoginSource kind, Event event) {
        return new Login(
                kind,
                event.username() == null ? "somebody" : event.username(),
                event.eventTime(),
                event.eventTime());
    }

    /** The instance that a key was pushed to; empty if EC2 did not let it in. */
    private Optional<String> target(Event event) {
        String what = event.eventName() + " event " + event.eventId();
        try {
            Map<String, @Nullable Object> details =
                    json.object(event.cloudTrailEvent().getBytes(StandardCharsets.UTF_8));
            if (details.get("errorCode") != null) {
                return Optional.empty();
            }
            if (details.get("requestParameters") instanceof Map<?, ?> parameters
                    && parameters.get("instanceId") instanceof String instanceId) {
                return Optional.of(instanceId);
            }
        } catch (BadRequestException e) {
            throw new UnreadableLoginException(what, e);
        }
        throw new UnreadableLoginException(what + " without an instance", null);
    }
}
