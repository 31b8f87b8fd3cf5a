package org.labjanitor.core.verdict;

import java.util.List;

/** A verdict in one sentence a person understands, and the facts it rests on. */
public record Explanation(String sentence, List<Fact> facts) {
    public Explanation {
        facts = List.copyOf(facts);
    }

    public static Explanation of(String sentence, Fact... facts) {
        return new Explanation(sentence, List.of(facts));
    }
}
