package org.labjanitor.runtime.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.time.Minutes;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.RunContext;
import org.labjanitor.runtime.result.SentNotice.Kind;

/** Says what goes, why, when, what it costs, and how to keep it. */
final class WarningText {
    /** Up to so many resources each is told with all the facts behind its verdict. */
    private static final int DETAILED = 5;

    /** How far ahead the date of the example lies. */
    private static final Duration A_MONTH = Duration.ofDays(30);

    private final RunContext run;
    private final LabTags tags;
    private final Opening opening;
    private final OwnerCommands commands;

    WarningText(RunContext run, LabTags tags) {
        this.run = run;
        this.tags = tags;
        this.opening = new Opening(run, tags);
        this.commands = new OwnerCommands(tags, run.account());
    }

    /** What is told together: one command can keep all of an instance group. */
    private record Key(RemovableReason reason, String region, Action planned) {
        static Key of(Candidate candidate) {
            return new Key(reasonOf(candidate), candidate.resource().region(), candidate.planned());
        }
    }

    private static RemovableReason reasonOf(Candidate candidate) {
        return candidate.verdict() instanceof Removable(RemovableReason reason, var _)
                ? reason
                : RemovableReason.NAMED;
    }

    Draft draft(Recipient recipient, List<Candidate> candidates, Instant notBefore) {
        boolean detailed = candidates.size() <= DETAILED;
        List<Block> blocks = new ArrayList<>();
        Groups.by(candidates, Key::of, candidate -> candidate)
                .forEach((key, pieces) ->
                        pieces.forEach(piece -> blocks.add(block(key, piece, detailed))));
        return new Draft(
                Kind.WARNING,
                recipient,
                subject(candidates, notBefore),
                beginning(recipient, candidates, notBefore),
                blocks,
                closing(candidates, notBefore));
    }

    private String subject(List<Candidate> candidates, Instant notBefore) {
        String what =
                candidates.size() == 1
                        ? ItemText.inSubject(candidates.getFirst().resource())
                        : Noun.of(run).count(candidates.size());
        return "%s will be %s from %s".formatted(what, Deed.of(candidates), Minutes.utc(notBefore));
    }

    private String beginning(Recipient recipient, List<Candidate> candidates, Instant notBefore) {
        return opening.greeting(recipient, candidates)
                + opening.whose(candidates)
                + " will be "
                + Deed.of(candidates)
                + ".\n\nNot before: "
                + Times.weekday(notBefore)
                + "\nCost: "
                + Dollars.sum(candidates)
                + "\n\nTo keep something, run the command below it. If it may go, do nothing.\n";
    }

    private String closing(List<Candidate> candidates, Instant notBefore) {
        boolean anyIdle =
                candidates.stream()
                        .anyMatch(candidate -> reasonOf(candidate) == RemovableReason.IDLE);
        return """
        %s=true keeps a thing until somebody takes the tag away, a date such as %s keeps it that long. \
        Everything is looked at once more before it goes%s.

        %s\
        """
                .formatted(
                        tags.keepKey(),
                        Times.day(notBefore.plus(A_MONTH)),
                        anyIdle ? ": what is idle now and in use by then stays" : "",
                        opening.signature());
    }

    private Block block(Key key, List<Candidate> piece, boolean detailed) {
        List<String> ids = piece.stream().map(Candidate::id).toList();
        StringBuilder text = new StringBuilder("## ");
        text.append(heading(key.reason())).append(": ");
        text.append(Noun.of(run).count(ids.size())).append(" in ").append(key.region());
        text.append("\n\n");
        boolean oneSentence = !detailed && ids.size() > 1 && allAlike(piece);
        if (oneSentence) {
            text.append(ItemText.sentence(piece.getFirst().verdict())).append("\n\n");
        }
        for (Candidate candidate : piece) {
            text.append(ItemText.head(candidate));
            text.append(oneSentence ? "" : why(candidate, detailed)).append('\n');
            text.append(bucketCommands(key, candidate));
        }
        return new Block(text.append(instanceCommands(key, ids)).toString(), ids);
    }

    private static boolean allAlike(List<Candidate> piece) {
        return piece.stream()
                        .map(candidate -> candidate.verdict().explanation().sentence())
                        .distinct()
                        .count()
                == 1;
    }

    private static String why(Candidate candidate, boolean detailed) {
        return detailed
                ? ItemText.evidence(candidate.verdict())
                : "  " + ItemText.sentence(candidate.verdict()) + "\n";
    }

    private String instanceCommands(Key key, List<String> ids) {
        if (Noun.isBuckets(run)) {
            return "";
        }
        String which = ids.size() == 1 ? "it" : "these " + ids.size();
        return "Keep %s:\n%s\n\n%s %s now:\n%s\n\n"
                .formatted(
                        which,
                        commands.keepInstances(key.region(), ids),
                        key.planned() == Action.WOULD_STOP ? "Stop" : "Terminate",
                        which,
                        commands.removeInstances(key.planned(), key.region(), ids));
    }

    /** One bucket a command: neither takes several. */
    private String bucketCommands(Key key, Candidate candidate) {
        if (!Noun.isBuckets(run)) {
            return "";
        }
        return "Keep it:\n%s\n\n%s it now:\n%s\n\n"
                .formatted(
                        commands.keepBucket(candidate.resource()),
                        key.planned() == Action.WOULD_EMPTY ? "Empty" : "Empty and delete",
                        commands.removeBucket(key.planned(), candidate.resource()));
    }

    private static String heading(RemovableReason reason) {
        return switch (reason) {
            case EXPIRED -> "Expired";
            case IDLE -> "Idle";
            case STOPPED_TOO_LONG -> "Stopped for too long";
            case NAMED -> "Named by a person";
        };
    }
}
