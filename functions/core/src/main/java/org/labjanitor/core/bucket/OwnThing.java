package org.labjanitor.core.bucket;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Why a bucket belongs to a deployment, such as the janitor's own.
 *
 * @param what for the report, such as {@code artifacts of the SAM CLI}
 * @param sign where that can be seen, such as {@code its name}
 */
public record OwnThing(String what, String sign) {
    private static final String STACK_TAG = "aws:cloudformation:stack-name";
    private static final String SAM_TAG = "ManagedStackSource";
    private static final String ITS_NAME = "its name";
    private static final Set<String> STACKS =
            Set.of("aws-sam-cli-managed-default", "lab-janitor", "CDKToolkit");

    /** Names that deployment tools give to the buckets they keep their artifacts in. */
    private static final List<Artifacts> ARTIFACTS =
            List.of(
                    new Artifacts("aws-sam-cli-managed-default.*", "artifacts of the SAM CLI"),
                    new Artifacts("cf-templates-.*", "templates of CloudFormation"),
                    new Artifacts("cdk-.*-assets-.*", "assets of the CDK"));

    private record Artifacts(Pattern name, String what) {
        Artifacts(String pattern, String what) {
            this(Pattern.compile(pattern), what);
        }
    }

    /**
     * The deployment that the bucket belongs to, by its name and by the tags that CloudFormation
     * and the SAM CLI set. Empty for a bucket of any other stack: labs have stacks, too.
     *
     * @param configured names that the settings call the janitor's own
     */
    public static Optional<OwnThing> of(LabBucket bucket, Set<String> configured) {
        if (configured.contains(bucket.name())) {
            return Optional.of(new OwnThing("one of the janitor's own buckets", "the settings"));
        }
        return byName(bucket.name()).or(() -> byTag(bucket));
    }

    private static Optional<OwnThing> byName(String name) {
        return ARTIFACTS.stream()
                .filter(artifacts -> artifacts.name().matcher(name).matches())
                .map(artifacts -> new OwnThing(artifacts.what(), ITS_NAME))
                .findFirst();
    }

    private static Optional<OwnThing> byTag(LabBucket bucket) {
        return bucket.tag(STACK_TAG)
                .filter(STACKS::contains)
                .map(stack -> new OwnThing("part of the stack " + stack, "tag " + STACK_TAG))
                .or(() ->
                        bucket.tag(SAM_TAG)
                                .filter("AwsSamCli"::equals)
                                .map(_ ->
                                        new OwnThing(
                                                "artifacts of the SAM CLI", "tag " + SAM_TAG)));
    }
}
