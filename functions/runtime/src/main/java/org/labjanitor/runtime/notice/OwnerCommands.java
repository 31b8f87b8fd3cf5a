package org.labjanitor.runtime.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Resource;

/** The commands with which an owner keeps something, or removes it before the janitor does. */
final class OwnerCommands {
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    private final LabTags tags;
    private final String account;

    OwnerCommands(LabTags tags, String account) {
        this.tags = tags;
        this.account = account;
    }

    /** Keeps instances of one Region. */
    String keepInstances(String region, List<String> ids) {
        return command(
                List.of("aws", "ec2", "create-tags", "--region", region, "--resources"),
                ids,
                List.of("--tags", keepTag()));
    }

    /** Terminates or stops instances of one Region. */
    String removeInstances(Action planned, String region, List<String> ids) {
        String verb = planned == Action.WOULD_STOP ? "stop-instances" : "terminate-instances";
        return command(
                List.of("aws", "ec2", verb, "--region", region, "--instance-ids"), ids, List.of());
    }

    /**
     * Keeps a bucket: S3 Control's TagResource adds a tag, where PutBucketTagging would replace all
     * of them, the lab tag included (API reference of both).
     */
    String keepBucket(Resource bucket) {
        String arn = "arn:" + partition(bucket.region()) + ":s3:::" + bucket.id();
        return command(
                List.of("aws", "s3control", "tag-resource", "--region", bucket.region()),
                List.of("--account-id", account, "--resource-arn", arn),
                List.of("--tags", keepTag()));
    }

    /** Empties a bucket, and deletes it unless its name is to stay. */
    String removeBucket(Action planned, Resource bucket) {
        List<String> options = new ArrayList<>();
        if (planned == Action.WOULD_EMPTY) {
            options.add("--keep-bucket");
        }
        if (!tags.labKey().equals(LabTags.DEFAULT_LAB_KEY)) {
            options.addAll(List.of("--lab-tag", tags.labKey()));
        }
        return command(List.of("./janitor", "empty", "s3://" + bucket.id()), options, List.of());
    }

    private String keepTag() {
        return "Key=" + tags.keepKey() + ",Value=true";
    }

    private static String partition(String region) {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    private static String command(List<String> first, List<String> second, List<String> third) {
        List<String> words = new ArrayList<>(first);
        words.addAll(second);
        words.addAll(third);
        return words.stream().map(OwnerCommands::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
