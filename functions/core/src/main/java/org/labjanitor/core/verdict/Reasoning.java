package org.labjanitor.core.verdict;

import java.util.List;
import java.util.Optional;
import org.labjanitor.core.verdict.RuleOutcome.Effect;

/** Every rule's outcome for a resource, in the order in which the rules are asked. */
public record Reasoning(List<RuleOutcome> outcomes) {
    public Reasoning {
        outcomes = List.copyOf(outcomes);
    }

    /** Nobody asked for an explanation. */
    public static Reasoning none() {
        return new Reasoning(List.of());
    }

    /** The outcome that the verdict rests on. */
    public Optional<RuleOutcome> decisive() {
        return outcomes.stream().filter(one -> one.effect() == Effect.DECIDES).findFirst();
    }

    /**
     * The same with the outcome of a rule that was asked late, for a resource that all others would
     * let go: if it decides, none of them does.
     */
    public Reasoning with(RuleOutcome late) {
        boolean decides = late.effect() == Effect.DECIDES;
        return new Reasoning(
                outcomes.stream()
                        .map(outcome -> decides ? outcome.overruled() : outcome)
                        .map(outcome -> outcome.rule().equals(late.rule()) ? late : outcome)
                        .toList());
    }
}
