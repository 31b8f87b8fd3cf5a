package org.labjanitor.simulator.identity;

import java.util.regex.Pattern;

/**
 * A pattern of IAM: {@code *} stands for any characters, {@code ?} for one (IAM User Guide, "Policy
 * elements: Action, Resource").
 */
public record IamPattern(Pattern regex) {
    /** As in actions, whose case does not matter. */
    public static IamPattern ignoringCase(String text) {
        return compile(text, Pattern.CASE_INSENSITIVE);
    }

    /** As in resources and condition values. */
    public static IamPattern exact(String text) {
        return compile(text, 0);
    }

    private static IamPattern compile(String text, int flags) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            regex.append(
                    switch (c) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(String.valueOf(c));
                    });
        }
        return new IamPattern(Pattern.compile(regex.toString(), flags | Pattern.DOTALL));
    }

    public boolean matches(String text) {
        return regex.matcher(text).matches();
    }
}
