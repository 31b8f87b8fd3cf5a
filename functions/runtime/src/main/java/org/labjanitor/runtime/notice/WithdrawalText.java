package org.labjanitor.runtime.notice;

import java.util.ArrayList;
import java.util.List;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.RunContext;
import org.labjanitor.runtime.result.SentNotice.Kind;

/** Takes a warning back, and says why. */
final class WithdrawalText {
    private final RunContext run;
    private final Opening opening;

    WithdrawalText(RunContext run, LabTags tags) {
        this.run = run;
        this.opening = new Opening(run, tags);
    }

    Draft draft(Recipient recipient, List<Candidate> candidates) {
        List<Block> blocks = new ArrayList<>();
        Groups.by(candidates, candidate -> candidate.resource().region(), candidate -> candidate)
                .values()
                .forEach(pieces -> pieces.forEach(piece -> blocks.add(block(piece))));
        return new Draft(
                Kind.WITHDRAWAL,
                recipient,
                subject(candidates),
                beginning(recipient, candidates),
                blocks,
                "There will be a new warning before anything goes.\n\n" + opening.signature());
    }

    private String subject(List<Candidate> candidates) {
        return candidates.size() == 1
                ? ItemText.inSubject(candidates.getFirst().resource()) + " stays after all"
                : Noun.of(run).count(candidates.size()) + " stay after all";
    }

    private String beginning(Recipient recipient, List<Candidate> candidates) {
        boolean one = candidates.size() == 1;
        return opening.greeting(recipient, candidates)
                + opening.whose(candidates)
                + (one ? " stays" : " stay")
                + ": the warning is taken back. You need not do anything.\n";
    }

    private static Block block(List<Candidate> piece) {
        StringBuilder text = new StringBuilder();
        for (Candidate candidate : piece) {
            text.append(ItemText.head(candidate))
                    .append("  Stays because: ")
                    .append(ItemText.sentence(candidate.verdict()))
                    .append("\n\n");
        }
        return new Block(text.toString(), piece.stream().map(Candidate::id).toList());
    }
}
