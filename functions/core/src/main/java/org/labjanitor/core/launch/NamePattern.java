package org.labjanitor.core.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name in which something is filled in: {@code lab-{student}}. */
public record NamePattern(String text) {
    /** Stands for the lab's name. */
    public static final String LAB = "lab";

    /** Stands for each student of the roster in turn. */
    public static final String STUDENT = "student";

    /** Stands for the account's id. */
    public static final String ACCOUNT = "account";

    /** Stands for the day in UTC, such as {@code 2026-11-30}. */
    public static final String DATE = "date";

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    /**
     * The name, with the values in its places.
     *
     * @throws IllegalArgumentException if a place has no value
     */
    public String fill(Map<String, String> values) {
        Matcher matcher = PLACE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = values.get(matcher.group(1));
            if (value == null) {
                throw new IllegalArgumentException(
                        "nothing is known for " + matcher.group() + " in " + text);
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(filled).toString();
    }

    /** The places in it that are none of {@code known}, and braces that belong to no place. */
    public List<String> strangers(List<String> known) {
        List<String> strangers = new ArrayList<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            if (!known.contains(matcher.group(1))) {
                strangers.add(matcher.group());
            }
        }
        String rest = PLACE.matcher(text).replaceAll("");
        for (String brace : List.of("{", "}")) {
            if (rest.contains(brace)) {
                strangers.add("a lone " + brace);
            }
        }
        return strangers;
    }

    public boolean has(String place) {
        return text.contains("{" + place + "}");
    }
}
