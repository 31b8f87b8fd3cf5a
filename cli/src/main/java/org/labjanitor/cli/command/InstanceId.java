package org.labjanitor.cli.command;

import java.util.regex.Pattern;

/** An instance's id as a person types it. */
final class InstanceId {
    private static final Pattern ID = Pattern.compile("i-([0-9a-f]{8}|[0-9a-f]{17})");

    private InstanceId() {}

    /**
     * The id.
     *
     * @throws UsageException if it cannot be one
     */
    static String checked(String text) {
        if (!ID.matcher(text).matches()) {
            throw new UsageException(
                    "\"%s\" is no instance id: i- and 17 (or 8) hex digits. 'janitor instances' lists them"
                            .formatted(text));
        }
        return text;
    }
}
