package org.labjanitor.cli.command;

import org.labjanitor.runtime.result.Resource;

/** The AWS CLI's command with which a person keeps a resource. */
final class TagCommand {
    private final AccountOptions who;
    private final String labTag;

    TagCommand(AccountOptions who, String labTag) {
        this.who = who;
        this.labTag = labTag;
    }

    String keepInstance(Resource instance) {
        CommandText command =
                CommandText.of("aws", "ec2", "create-tags", "--region", instance.region());
        return connected(command).and("--resources", instance.id(), "--tags", keepTag()).toString();
    }

    /** S3's own {@code PutBucketTagging} would replace all tags, the lab tag among them. */
    String keepBucket(Resource bucket, String account) {
        CommandText command =
                CommandText.of("aws", "s3control", "tag-resource", "--region", bucket.region());
        String arn = "arn:" + partition(bucket.region()) + ":s3:::" + bucket.id();
        return connected(command)
                .and("--account-id", account, "--resource-arn", arn, "--tags", keepTag())
                .toString();
    }

    private String keepTag() {
        return "Key=" + labTag + ":keep,Value=true";
    }

    private CommandText connected(CommandText command) {
        CommandText connected = command;
        if (who.profile != null) {
            connected = connected.and("--profile", who.profile);
        }
        if (who.endpointUrl != null) {
            connected = connected.and("--endpoint-url", who.endpointUrl);
        }
        return connected;
    }

    private static String partition(String region) {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
