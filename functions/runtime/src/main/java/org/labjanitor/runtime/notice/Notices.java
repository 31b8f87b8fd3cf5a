package org.labjanitor.runtime.notice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Ended;
import org.labjanitor.runtime.result.RunContext;
import org.labjanitor.runtime.settings.Settings;

/**
 * Tells owners what will happen to their things, and what happened: one message per owner and run,
 * in parts where it would be too long for a mail. Each message carries the attributes {@code
 * owner}, {@code kind}, {@code sweep} and {@code account}, so that a subscription's filter policy
 * gives every owner their own. A message that SNS did not accept is told in the delivery and never
 * as an exception.
 */
public final class Notices {
    private final LabTags tags;
    private final String admin;
    private final Postbox postbox;

    public Notices(AwsClients clients, Settings settings, InstantSource clock) {
        this.tags = new LabTags(settings.labTag());
        this.admin = settings.grace().admin();
        this.postbox = new Postbox(clients, settings.grace().topic(), clock);
    }

    /** Warns of removals that happen at the earliest {@code notBefore}. */
    public Delivery warn(RunContext run, List<Candidate> candidates, Instant notBefore) {
        WarningText text = new WarningText(run, tags);
        return deliver(
                run,
                candidates,
                candidate -> candidate,
                (owner, theirs) -> text.draft(owner, theirs, notBefore));
    }

    /** Takes warnings back: these stay, each for the reason of its verdict. */
    public Delivery withdraw(RunContext run, List<Candidate> candidates) {
        return deliver(
                run, candidates, candidate -> candidate, new WithdrawalText(run, tags)::draft);
    }

    /** Tells what became of those that were to go. */
    public Delivery tell(RunContext run, List<Ended> ended) {
        return deliver(run, ended, Ended::candidate, new OutcomeText(run, tags)::draft);
    }

    private <T> Delivery deliver(
            RunContext run,
            List<T> items,
            Function<T, Candidate> candidate,
            BiFunction<Recipient, List<T>, Draft> text) {
        Map<Recipient, List<T>> byOwner = new LinkedHashMap<>();
        for (T item : items) {
            Recipient owner = Recipient.of(candidate.apply(item).resource(), admin);
            byOwner.computeIfAbsent(owner, _ -> new ArrayList<>()).add(item);
        }
        List<Letter> letters = new ArrayList<>();
        byOwner.forEach(
                (owner, theirs) -> letters.addAll(Paging.letters(text.apply(owner, theirs))));
        return postbox.post(run, letters);
    }
}
