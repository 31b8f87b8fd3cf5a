package org.labjanitor.cli.command;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the values of tags may hold wherever they are (Tagging AWS Resources, "Tag naming limits and
 * requirements"; EC2 alone takes more).
 */
final class TagValues {
    private static final int LONGEST = 256;
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

    private TagValues() {}

    /**
     * Refuses values that AWS would refuse.
     *
     * @throws UsageException naming the tag, its value and what is allowed
     */
    static void require(Map<String, String> tags) {
        tags.forEach((key, value) -> {
            if (value.length() > LONGEST || !ALLOWED.matcher(value).matches()) {
                throw new UsageException(
                        "the tag %s cannot hold \"%s\": a tag holds up to %d letters, digits, spaces and any of _ . : / = + - @"
                                .formatted(key, value, LONGEST));
            }
        });
    }
}
