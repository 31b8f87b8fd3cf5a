package org.labjanitor.core.verdict;

import org.jspecify.annotations.Nullable;

/**
 * How one rule came out for a resource.
 *
 * @param rule what the rule is about, such as {@code keep tag}
 * @param verdict what the rule says; null where it has nothing to say
 * @param explanation what was looked at, which is the verdict's where there is one
 * @param otherwise what would have to change for another outcome, in a sentence; empty where that
 *     goes without saying
 */
public record RuleOutcome(
        String rule,
        Effect effect,
        @Nullable Verdict verdict,
        Explanation explanation,
        String otherwise) {
    /** What an outcome means for the verdict. */
    public enum Effect {
        /** Nothing in it keeps the resource or lets it go. */
        PASSES,
        /** The verdict is this rule's. */
        DECIDES,
        /** The verdict would be this rule's if no earlier one had decided. */
        WOULD_DECIDE,
        /** Nobody looked. */
        NOT_LOOKED_AT
    }

    /** A rule that decides. */
    public static RuleOutcome decides(String rule, Verdict verdict, String otherwise) {
        return new RuleOutcome(rule, Effect.DECIDES, verdict, verdict.explanation(), otherwise);
    }

    /** A rule with nothing to say. */
    public static RuleOutcome passes(String rule, Explanation seen) {
        return new RuleOutcome(rule, Effect.PASSES, null, seen, "");
    }

    /** A rule that was not asked; the sentence says why. */
    public static RuleOutcome notLookedAt(String rule, String why) {
        return new RuleOutcome(rule, Effect.NOT_LOOKED_AT, null, Explanation.of(why), "");
    }

    /** The same outcome behind a rule that decides. */
    public RuleOutcome overruled() {
        return effect == Effect.DECIDES
                ? new RuleOutcome(rule, Effect.WOULD_DECIDE, verdict, explanation, otherwise)
                : this;
    }
}
