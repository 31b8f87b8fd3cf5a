package org.labjanitor.core.launch;

import java.util.regex.Pattern;

/** What a lab, its kinds of instances and its students may be called. */
public final class LabName {
    /** For a message. */
    public static final String ALLOWED =
            "1 to 40 lower-case letters, digits and hyphens, beginning and ending with a letter or a digit";

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    private LabName() {}

    /** Whether the text can stand in a tag and, with something around it, in a bucket's name. */
    public static boolean isLegal(String text) {
        return NAME.matcher(text).matches();
    }
}
