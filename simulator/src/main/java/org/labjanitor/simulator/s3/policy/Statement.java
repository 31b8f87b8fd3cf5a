package org.labjanitor.simulator.s3.policy;

import java.util.List;

/** One statement of a policy. */
record Statement(
        PolicyAnswer effect,
        Principals principals,
        Patterns actions,
        Patterns resources,
        List<Condition> conditions) {
    Statement {
        conditions = List.copyOf(conditions);
    }

    boolean isAbout(PolicyQuestion question) {
        return principals.include(question)
                && actions.cover(question.action())
                && isAboutResource(question)
                && conditions.stream().allMatch(condition -> condition.isMetBy(question));
    }

    private boolean isAboutResource(PolicyQuestion question) {
        if (!question.everyKey()) {
            return resources.cover(question.resource());
        }
        return effect == PolicyAnswer.DENY
                ? resources.coverSomeIn(question.resource())
                : resources.coverEveryIn(question.resource());
    }
}
