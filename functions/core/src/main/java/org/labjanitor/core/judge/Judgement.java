package org.labjanitor.core.judge;

import java.util.List;
import org.labjanitor.core.verdict.Verdict;

/** Either a verdict, or the questions whose answers it still needs. */
public sealed interface Judgement {
    record Decided(Verdict verdict) implements Judgement {}

    /** At least one question, none of which the evidence at hand answers. */
    record Asks(List<Question> questions) implements Judgement {
        public Asks {
            if (questions.isEmpty()) {
                throw new IllegalArgumentException("a judgement that asks needs a question");
            }
            questions = List.copyOf(questions);
        }
    }
}
