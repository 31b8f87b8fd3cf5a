package org.labjanitor.instances.evidence;

/** How a command ended on one machine. */
sealed interface CommandEnd {
    /** It ended well; {@code text} is what it printed, cut off by SSM where it is long. */
    record Printed(String text) implements CommandEnd {}

    /** It was not sent, not answered in time, or failed; {@code why} is for the report. */
    record Failed(String why) implements CommandEnd {}
}
