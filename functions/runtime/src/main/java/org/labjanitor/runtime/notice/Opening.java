package org.labjanitor.runtime.notice;

import java.util.List;
import java.util.Locale;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.RunContext;

/** How every message to an owner begins and ends. */
final class Opening {
    private final RunContext run;
    private final LabTags tags;

    Opening(RunContext run, LabTags tags) {
        this.run = run;
        this.tags = tags;
    }

    /** Such as {@code 3 of your instances in AWS account 111122223333}. */
    String whose(List<Candidate> candidates) {
        Noun noun = Noun.of(run);
        boolean allOwned = candidates.stream().allMatch(Opening::hasOwner);
        String things =
                allOwned
                        ? String.format(
                                Locale.ROOT, "%,d of your %s", candidates.size(), noun.many())
                        : noun.count(candidates.size());
        return things + " in AWS account " + run.account();
    }

    /** The first lines: for whom it is, and why the admin gets it where nobody else does. */
    String greeting(Recipient recipient, List<Candidate> candidates) {
        long orphans = candidates.stream().filter(one -> !hasOwner(one)).count();
        String greeting = "For " + recipient.shown() + "\n\n";
        if (orphans == 0) {
            return greeting;
        }
        return greeting
                + (orphans == candidates.size()
                        ? "No owner is named (tag " + tags.ownerKey() + ")"
                        : "%d of them have no owner (tag %s)".formatted(orphans, tags.ownerKey()))
                + ", so you read this as the admin.\n\n";
    }

    /** The last line: which run it was. */
    String signature() {
        return "Lab Janitor, %s, run %s\n".formatted(run.sweep(), run.runId());
    }

    private static boolean hasOwner(Candidate candidate) {
        return Recipient.hasOwner(candidate.resource());
    }
}
