package org.labjanitor.simulator.s3.policy;

import java.util.List;

/**
 * Whom a statement is about.
 *
 * @param everybody {@code "*"}, or {@code "*"} among the AWS principals
 * @param aws ARNs and account ids of AWS principals
 * @param others services, federated and canonical users; nobody who calls the lab is one of them
 */
record Principals(boolean everybody, List<String> aws, List<String> others) {
    Principals {
        aws = List.copyOf(aws);
        others = List.copyOf(others);
    }

    boolean include(PolicyQuestion question) {
        return everybody || aws.stream().anyMatch(name -> names(name, question));
    }

    /** An account, as id or as ARN of its root, stands for everybody in it. */
    private static boolean names(String name, PolicyQuestion question) {
        return name.equals(question.principalArn())
                || name.equals(question.accountId())
                || name.equals("arn:aws:iam::" + question.accountId() + ":root");
    }

    /** Whether it is about nobody who can call the lab. */
    boolean onlyOthers() {
        return !everybody && aws.isEmpty();
    }
}
