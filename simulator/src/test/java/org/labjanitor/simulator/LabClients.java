package org.labjanitor.simulator;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** The SDK's own clients, pointed at a lab, without retries. */
public final class LabClients {
    private LabClients() {}

    public static Ec2Client ec2(Lab lab) {
        return ec2(lab, "us-east-1");
    }

    public static Ec2Client ec2(Lab lab, String region) {
        return ec2(lab, region, lab.accessKey(Lab.DEFAULT_ACCOUNT));
    }

    public static Ec2Client ec2(Lab lab, String region, String accessKeyId) {
        return pointed(Ec2Client.builder(), lab, region, accessKeyId).build();
    }

    public static StsClient sts(Lab lab, String accessKeyId) {
        return pointed(StsClient.builder(), lab, "us-east-1", accessKeyId).build();
    }

    public static S3Client s3(Lab lab) {
        return s3(lab, "us-east-1");
    }

    public static S3Client s3(Lab lab, String region) {
        return s3(lab, region, lab.accessKey(Lab.DEFAULT_ACCOUNT));
    }

    public static S3Client s3(Lab lab, String region, String accessKeyId) {
        return pointed(S3Client.builder(), lab, region, accessKeyId).build();
    }

    /** Any client of the SDK, pointed at the lab. */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B pointed(
            B builder, Lab lab, String region, String accessKeyId) {
        return builder.endpointOverride(lab.endpoint())
                .region(Region.of(region))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(accessKeyId, "secret")))
                .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .httpClientBuilder(UrlConnectionHttpClient.builder());
    }
}
