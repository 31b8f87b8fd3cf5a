package org.labjanitor.simulator.cloudtrail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A management event, as it was recorded.
 *
 * @param userName what LookupEvents calls Username: the IAM user, or the role session
 * @param userIdentity element {@code userIdentity} of the record, as a map that becomes JSON
 * @param requestParameters element {@code requestParameters} of the record
 */
public record TrailEvent(
        Instant time,
        String source,
        String name,
        boolean readOnly,
        String userName,
        String accessKeyId,
        Map<String, Object> userIdentity,
        Map<String, Object> requestParameters,
        List<Touched> resources) {
    /** A resource that the event is about, such as {@code AWS::EC2::Instance}. */
    public record Touched(String type, String name) {}

    public TrailEvent {
        // CloudTrail tells whole seconds.
        time = time.truncatedTo(ChronoUnit.SECONDS);
        userIdentity = Map.copyOf(userIdentity);
        requestParameters = Map.copyOf(requestParameters);
        resources = List.copyOf(resources);
    }

    /**
     * Somebody pushed a key for EC2 Instance Connect. Whether AWS lists the instance under
     * Resources is not documented, so the event has none: look for its name, and read the
     * instance's id in the request's parameters.
     */
    public static TrailEvent sshKeySent(
            Instant time, String userName, String instanceId, String osUser) {
        return byUser(
                time,
                "ec2-instance-connect.amazonaws.com",
                "SendSSHPublicKey",
                userName,
                Map.of(
                        "instanceId",
                        instanceId,
                        "instanceOSUser",
                        osUser,
                        "sSHPublicKey",
                        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5"));
    }

    /**
     * Somebody pushed a key for the serial console; parameters as in the API reference,
     * SendSerialConsoleSSHPublicKey, and resources as for {@link #sshKeySent}.
     */
    public static TrailEvent serialConsoleKeySent(
            Instant time, String userName, String instanceId) {
        return byUser(
                time,
                "ec2-instance-connect.amazonaws.com",
                "SendSerialConsoleSSHPublicKey",
                userName,
                Map.of(
                        "instanceId",
                        instanceId,
                        "serialPort",
                        0,
                        "sSHPublicKey",
                        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5"));
    }

    /** Somebody opened a Session Manager session. */
    public static TrailEvent sessionStarted(Instant time, String userName, String instanceId) {
        return byUser(
                time, "ssm.amazonaws.com", "StartSession", userName, Map.of("target", instanceId));
    }

    /** A change that an IAM user made. */
    public static TrailEvent byUser(
            Instant time,
            String source,
            String name,
            String userName,
            Map<String, Object> requestParameters) {
        return new TrailEvent(
                time,
                source,
                name,
                false,
                userName,
                "AKIAIOSFODNN7EXAMPLE",
                Map.of("type", "IAMUser", "userName", userName),
                requestParameters,
                List.of());
    }

    /** The same event, about these resources. */
    public TrailEvent about(Touched... touched) {
        return new TrailEvent(
                time,
                source,
                name,
                readOnly,
                userName,
                accessKeyId,
                userIdentity,
                requestParameters,
                List.of(touched));
    }

    /** The identity with what follows from the account that the event happened in. */
    Map<String, Object> userIdentityIn(String accountId) {
        Map<String, Object> identity = new TreeMap<>(userIdentity);
        identity.putIfAbsent("accountId", accountId);
        identity.putIfAbsent("accessKeyId", accessKeyId);
        identity.putIfAbsent("arn", "arn:aws:iam::" + accountId + ":user/" + userName);
        identity.putIfAbsent("principalId", "AIDACKCEVSQ6C2EXAMPLE");
        return identity;
    }
}
