package org.labjanitor.core.judge;

import java.time.Instant;
import java.util.Optional;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.verdict.Verdict;

/**
 * One of the rules that are asked in turn, each of which may have the last word.
 *
 * @param topic what it is about
 * @param forNamed whether it also holds for an instance that a person named outright
 */
record Rule(Topic topic, boolean forNamed, Check check) {
    /** What a rule is about; rules of one topic are explained together. */
    enum Topic {
        LAB("lab tag"),
        STATE("state"),
        KEEP("keep tag"),
        OWNER("owner"),
        SPOT("Spot request"),
        PROTECTION("protection"),
        START("launch time"),
        END("expiry"),
        TYPE("type"),
        AGE("age"),
        USE("use");

        private final String title;

        Topic(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** Empty where the rule has nothing to say. */
    @FunctionalInterface
    interface Check {
        Optional<Verdict> verdict(Instance instance, InstanceEvidence evidence, Instant now);
    }

    Optional<Verdict> verdict(Instance instance, InstanceEvidence evidence, Instant now) {
        return check.verdict(instance, evidence, now);
    }
}
