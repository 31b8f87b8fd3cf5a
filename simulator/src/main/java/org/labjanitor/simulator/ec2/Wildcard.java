package org.labjanitor.simulator.ec2;

import java.util.regex.Pattern;

/**
 * A filter value: case-sensitive, {@code *} for any characters, {@code ?} for one, a backslash
 * before either takes it literally.
 */
final class Wildcard {
    private Wildcard() {}

    static Pattern compile(String value) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                regex.append(Pattern.quote(value.substring(i, i + 1)));
            } else {
                regex.append(
                        switch (c) {
                            case '*' -> ".*";
                            case '?' -> ".";
                            default -> Pattern.quote(String.valueOf(c));
                        });
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
