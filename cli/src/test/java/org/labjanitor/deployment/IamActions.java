package org.labjanitor.deployment;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.labjanitor.simulator.service.RecordedCall;

/**
 * The IAM actions that calls need. Most are called like their operation; S3's, and the names by
 * which services sign, are not. Source: the Service Authorization Reference, and "Required
 * permissions for Amazon S3 API operations" of the S3 user guide.
 */
final class IamActions {
    private static final Map<String, Set<String>> S3 =
            Map.ofEntries(
                    same("AbortMultipartUpload"),
                    Map.entry("CopyObject", Set.of("s3:GetObject", "s3:PutObject")),
                    // With tags, as every bucket of a lab has them from its first second.
                    Map.entry("CreateBucket", Set.of("s3:CreateBucket", "s3:TagResource")),
                    same("DeleteBucket"),
                    Map.entry("DeleteObject", Set.of("s3:DeleteObject", "s3:DeleteObjectVersion")),
                    Map.entry("DeleteObjects", Set.of("s3:DeleteObject", "s3:DeleteObjectVersion")),
                    same("GetBucketAcl"),
                    same("GetBucketOwnershipControls"),
                    same("GetBucketPolicy"),
                    Map.entry("GetBucketReplication", Set.of("s3:GetReplicationConfiguration")),
                    same("GetBucketTagging"),
                    same("GetBucketVersioning"),
                    same("GetBucketWebsite"),
                    same("GetObject"),
                    Map.entry(
                            "GetObjectLockConfiguration",
                            Set.of("s3:GetBucketObjectLockConfiguration")),
                    Map.entry("HeadBucket", Set.of("s3:ListBucket")),
                    Map.entry("HeadObject", Set.of("s3:GetObject")),
                    Map.entry("ListBuckets", Set.of("s3:ListAllMyBuckets")),
                    Map.entry("ListMultipartUploads", Set.of("s3:ListBucketMultipartUploads")),
                    Map.entry("ListObjectsV2", Set.of("s3:ListBucket")),
                    Map.entry("ListObjectVersions", Set.of("s3:ListBucketVersions")),
                    same("PutBucketVersioning"),
                    same("PutObject"));

    private IamActions() {}

    static Set<String> of(RecordedCall call) {
        return of(call.service(), call.operation(), call.query().contains("versionId="));
    }

    /**
     * The actions of a call.
     *
     * @param version whether it names a version of an object
     */
    static Set<String> of(String service, String operation, boolean version) {
        return switch (service) {
            // GetCallerIdentity needs no right; whoever has credentials may ask who they are.
            case "sts" -> Set.of();
            case "monitoring" -> Set.of("cloudwatch:" + operation);
            case "ec2" -> ofEc2(operation);
            case "ssm", "cloudtrail", "sns" -> Set.of(service + ":" + operation);
            case "s3" -> ofS3(operation, version);
            default -> throw new AssertionError("no IAM action is known here for " + service);
        };
    }

    static Set<String> of(Iterable<RecordedCall> calls) {
        Set<String> actions = new TreeSet<>();
        calls.forEach(call -> actions.addAll(of(call)));
        return actions;
    }

    /** Tags that a launch brings along take a right of their own. */
    private static Set<String> ofEc2(String operation) {
        return operation.equals("RunInstances")
                ? Set.of("ec2:RunInstances", "ec2:CreateTags")
                : Set.of("ec2:" + operation);
    }

    private static Set<String> ofS3(String operation, boolean version) {
        if (version && operation.equals("GetObject")) {
            return Set.of("s3:GetObjectVersion");
        }
        Set<String> actions = S3.get(operation);
        if (actions == null) {
            throw new AssertionError("no IAM action is known here for S3's " + operation);
        }
        return actions;
    }

    private static Map.Entry<String, Set<String>> same(String operation) {
        return Map.entry(operation, Set.of("s3:" + operation));
    }
}
