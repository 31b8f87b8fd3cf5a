package org.labjanitor.instances.sweep;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.time.Minutes;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.instances.evidence.Judged;
import org.labjanitor.instances.removal.RemovalAction;
import org.labjanitor.instances.tagging.TagChanges;

/**
 * What instances say of their own future, in the tag {@code lab:janitor}. It follows the ledger and
 * is never read as state: a tag that was lost or spoiled is put right by the next run.
 */
final class OwnerTags {
    private final LabTags tags;
    private final RemovalAction action;

    OwnerTags(LabTags tags, RemovalAction action) {
        this.tags = tags;
        this.action = action;
    }

    /** What has to change so that the instances tell how far they are. */
    TagChanges after(List<Judged> judged, Stages stages) {
        Map<String, List<String>> idsByText = new LinkedHashMap<>();
        for (Judged one : judged) {
            stages.warning(one.id())
                    .map(warning -> text(warning.deadline()))
                    .filter(text -> lacks(one, text))
                    .ifPresent(text ->
                            idsByText.computeIfAbsent(text, _ -> new ArrayList<>()).add(one.id()));
        }
        return new TagChanges(
                idsByText,
                tagged(judged.stream().filter(one -> stages.isStaying(one.id())).toList()));
    }

    /**
     * What has to change on instances that a new look has spared. Where it brought no verdict, the
     * notice stands, and so does the tag.
     */
    TagChanges spared(List<Judged> judged) {
        return new TagChanges(
                Map.of(),
                tagged(judged.stream().filter(one -> one.verdict() instanceof Keep).toList()));
    }

    private boolean lacks(Judged judged, String text) {
        Map<String, String> present = judged.instance().instance().tags();
        return tags.lab(present).isPresent() && !text.equals(present.get(tags.janitorKey()));
    }

    private List<String> tagged(List<Judged> judged) {
        return judged.stream()
                .filter(one -> isTagged(one.instance().instance().tags()))
                .map(Judged::id)
                .toList();
    }

    private boolean isTagged(Map<String, String> present) {
        return tags.lab(present).isPresent() && present.containsKey(tags.janitorKey());
    }

    /** In characters that every AWS service takes in a tag: no comma, no quotes. */
    private String text(Instant deadline) {
        String what =
                switch (action) {
                    case TERMINATE -> "to be terminated";
                    case STOP -> "to be stopped";
                };
        return "%s from %s unless tagged %s=true"
                .formatted(what, Minutes.utc(wholeMinute(deadline)), tags.keepKey());
    }

    /** Never before the deadline. */
    private static Instant wholeMinute(Instant deadline) {
        return deadline.plus(Duration.ofMinutes(1).minusNanos(1)).truncatedTo(ChronoUnit.MINUTES);
    }
}
