package org.labjanitor.core.verdict;

/**
 * What the evidence says about a resource. There is no fourth answer, and {@link Unknown} always
 * keeps.
 */
public sealed interface Verdict {
    Explanation explanation();

    /** Why, as one of the reasons that its kind of verdict has. */
    Enum<?> reason();

    /** The resource may go. */
    record Removable(RemovableReason reason, Explanation explanation) implements Verdict {}

    /** The resource stays. */
    record Keep(KeepReason reason, Explanation explanation) implements Verdict {}

    /** The evidence does not carry a verdict: the resource stays, and the report says why. */
    record Unknown(UnknownReason reason, Explanation explanation) implements Verdict {}
}
