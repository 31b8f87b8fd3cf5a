package org.labjanitor.runtime.notice;

import org.labjanitor.core.time.Minutes;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Resource;

/** What a resource is and why it is spoken of, in short lines. */
final class ItemText {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_IN_SUBJECT = 48;
    private static final int LONGEST_SENTENCE = 500;
    private static final int LONGEST_VALUE = 120;

    private ItemText() {}

    /** Name, id, type, place, price and age. */
    static String head(Candidate candidate) {
        return head(candidate.resource(), candidate.cost());
    }

    static String head(Resource resource, MonthlyCost cost) {
        StringBuilder text = new StringBuilder("* ");
        String name = name(resource);
        if (!name.isEmpty()) {
            text.append(name).append("\n  ");
        }
        text.append(HarmlessText.line(resource.id(), LONGEST_VALUE)).append("\n  ");
        text.append(HarmlessText.line(resource.type(), LONGEST_NAME));
        text.append(", ").append(HarmlessText.line(resource.region(), LONGEST_NAME));
        text.append("\n  ").append(Dollars.of(cost));
        if (resource.since() != null) {
            text.append(", since ").append(Times.day(resource.since()));
        }
        return text.append('\n').toString();
    }

    /** What a person calls it; empty where that says no more than its id. */
    static String name(Resource resource) {
        String name =
                resource.name() == null ? "" : HarmlessText.line(resource.name(), LONGEST_NAME);
        return name.equals(resource.id()) ? "" : name;
    }

    /** What a person calls it, or else its id. */
    private static String nameOrId(Resource resource) {
        String name = name(resource);
        return name.isEmpty() ? HarmlessText.line(resource.id(), LONGEST_NAME) : name;
    }

    /** What a subject calls it: its name where ASCII has it, its id otherwise. */
    static String inSubject(Resource resource) {
        String name = nameOrId(resource);
        boolean plain = name.equals(HarmlessText.ascii(name, LONGEST_IN_SUBJECT));
        return plain && name.indexOf('?') < 0
                ? name
                : HarmlessText.ascii(resource.id(), LONGEST_IN_SUBJECT);
    }

    /** Why, in one sentence. */
    static String sentence(Verdict verdict) {
        return sentence(verdict.explanation().sentence());
    }

    static String sentence(String text) {
        return HarmlessText.line(text, LONGEST_SENTENCE);
    }

    /** The sentence and the facts behind it. */
    static String evidence(Verdict verdict) {
        StringBuilder text = new StringBuilder("  ").append(sentence(verdict)).append('\n');
        verdict.explanation().facts().forEach(fact -> text.append(fact(fact)));
        return text.toString();
    }

    private static String fact(Fact fact) {
        String value = HarmlessText.line(fact.value(), LONGEST_VALUE);
        String at = fact.at() == null ? "" : Minutes.utc(fact.at());
        return "  - %s: %s%s\n"
                .formatted(
                        HarmlessText.line(fact.name(), LONGEST_VALUE),
                        value,
                        at.isEmpty() || value.equals(at) ? "" : " (" + at + ")");
    }
}
