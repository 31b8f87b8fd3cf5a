package org.labjanitor.launcher.region;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.labjanitor.runtime.aws.AwsClients;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The clients of every Region that was asked for so far. */
public final class LabClients {
    private final AwsClients clients;
    private final Map<String, Ec2Client> ec2 = new ConcurrentHashMap<>();
    private final Map<String, SsmClient> ssm = new ConcurrentHashMap<>();
    private final Map<String, S3Client> s3 = new ConcurrentHashMap<>();

    public LabClients(AwsClients clients) {
        this.clients = clients;
    }

    public Ec2Client ec2(String region) {
        return ec2.computeIfAbsent(region, name -> clients.build(Ec2Client.builder(), name));
    }

    public SsmClient ssm(String region) {
        return ssm.computeIfAbsent(region, name -> clients.build(SsmClient.builder(), name));
    }

    public S3Client s3(String region) {
        // The name of a bucket is no part of the host name of an endpoint that stands in for AWS.
        boolean standsIn = clients.connection().endpoint() != null;
        return s3.computeIfAbsent(
                region, name -> clients.build(S3Client.builder().forcePathStyle(standsIn), name));
    }

    public String homeRegion() {
        return clients.homeRegion();
    }
}
