package org.labjanitor.simulator.s3.policy;

import java.util.List;

/** A bucket policy that was understood in full. */
public final class BucketPolicy {
    private final String text;
    private final List<Statement> statements;

    BucketPolicy(String text, List<Statement> statements) {
        this.text = text;
        this.statements = List.copyOf(statements);
    }

    /**
     * Reads a policy.
     *
     * @param bucket the bucket it is for; a policy may speak of no other
     * @throws org.labjanitor.simulator.wire.AwsError {@code MalformedPolicy}, or {@code
     *     NotSimulated} for what the lab cannot judge
     */
    public static BucketPolicy parse(String json, String bucket) {
        return new PolicyReader(bucket).read(json);
    }

    /** The policy as it was put. */
    public String text() {
        return text;
    }

    public PolicyAnswer answer(PolicyQuestion question) {
        PolicyAnswer answer = PolicyAnswer.SILENT;
        for (Statement statement : statements) {
            if (statement.isAbout(question)) {
                if (statement.effect() == PolicyAnswer.DENY) {
                    return PolicyAnswer.DENY;
                }
                answer = PolicyAnswer.ALLOW;
            }
        }
        return answer;
    }

    /**
     * Whether anybody at all is allowed something without a condition (S3 User Guide, "The meaning
     * of public").
     */
    public boolean isPublic() {
        return statements.stream()
                .anyMatch(statement ->
                        statement.effect() == PolicyAnswer.ALLOW
                                && statement.principals().everybody()
                                && statement.conditions().isEmpty());
    }
}
