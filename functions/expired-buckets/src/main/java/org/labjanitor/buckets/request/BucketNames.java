package org.labjanitor.buckets.request;

import java.util.regex.Pattern;

/** What a bucket may be called (S3 user guide, general purpose bucket naming rules). */
final class BucketNames {
    /** For a message. */
    static final String ALLOWED =
            "bucket names: 3 to 63 lower-case letters, digits, dots and hyphens";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern IP_ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");

    private BucketNames() {}

    static boolean isValid(String name) {
        return NAME.matcher(name).matches()
                && !name.contains("..")
                && !IP_ADDRESS.matcher(name).matches();
    }
}
