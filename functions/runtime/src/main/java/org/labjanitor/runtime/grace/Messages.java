package org.labjanitor.runtime.grace;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.labjanitor.core.grace.GraceRules;
import org.labjanitor.core.grace.Notice;
import org.labjanitor.runtime.notice.Delivery;
import org.labjanitor.runtime.notice.Notices;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Ended;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.SentNotice;
import org.labjanitor.runtime.settings.GraceSettings;

/**
 * The messages of one run: sends them where there is something to say, and keeps count. Safe for
 * use by many threads.
 */
final class Messages {
    private final Notices notices;
    private final GraceRun run;
    private final GraceSettings settings;
    private final List<SentNotice> sent = new CopyOnWriteArrayList<>();

    Messages(Notices notices, GraceRun run, GraceSettings settings) {
        this.notices = notices;
        this.run = run;
        this.settings = settings;
    }

    /** Warns, and gives the notices of those whose owners' messages were accepted. */
    Map<String, Notice> warn(List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return Map.of();
        }
        GraceRules rules = run.rules();
        Instant promised = run.now().plus(run.grace());
        Delivery delivery = notices.warn(run.context(), candidates, promised);
        Map<String, Notice> accepted = new HashMap<>();
        kept(delivery).accepted().forEach((id, at) -> accepted.put(id, rules.notice(at, promised)));
        return accepted;
    }

    /** Takes warnings back, and gives the ids of those whose owners' messages were accepted. */
    Set<String> withdraw(List<Candidate> candidates) {
        return candidates.isEmpty()
                ? Set.of()
                : kept(notices.withdraw(run.context(), candidates)).accepted().keySet();
    }

    /**
     * Tells ends, and gives the ids of those of which their owners know now. What was not reached
     * did not end. Without a topic nobody waits to be told.
     */
    Set<String> tell(List<Ended> ended) {
        if (settings.topic() == null) {
            return ended.stream().map(end -> end.candidate().id()).collect(Collectors.toSet());
        }
        List<Ended> toTell =
                ended.stream().filter(end -> end.outcome() != Outcome.NOT_REACHED).toList();
        return toTell.isEmpty()
                ? Set.of()
                : kept(notices.tell(run.context(), toTell)).accepted().keySet();
    }

    List<SentNotice> sent() {
        return List.copyOf(sent);
    }

    /** Why the resource's owner could not be warned. */
    String refusal(Resource resource) {
        String recipient = resource.owner() == null ? settings.admin() : resource.owner();
        List<SentNotice> refused =
                sent.stream()
                        .filter(notice -> notice.kind() == SentNotice.Kind.WARNING)
                        .filter(notice -> !notice.accepted())
                        .toList();
        return refused.stream()
                .filter(notice -> notice.recipient().equals(recipient))
                .findFirst()
                .or(() -> refused.stream().findFirst())
                .map(notice -> "its owner could not be warned: " + notice.detail())
                .orElse("its owner could not be warned");
    }

    private Delivery kept(Delivery delivery) {
        sent.addAll(delivery.sent());
        return delivery;
    }
}
