package org.labjanitor.runtime.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.labjanitor.core.tag.TagTime;

/**
 * What a lab may be at most, from environment variables. A variable that is absent or blank has its
 * default.
 *
 * @param longest {@code JANITOR_LAUNCH_LONGEST}: how far away a lab's end may be
 * @param mostInstances {@code JANITOR_LAUNCH_COUNT}: most instances of one lab
 * @param types {@code JANITOR_LAUNCH_TYPES}: the instance types that are allowed, separated by
 *     commas; {@code *} stands for any number of characters
 * @param mostDollars {@code JANITOR_LAUNCH_DOLLARS}: most that one lab's instances may cost if they
 *     ran for a month, in US dollars
 * @param sources {@code JANITOR_LAUNCH_SOURCES}: the places in S3 that starter files may come from,
 *     {@code s3://bucket/prefix} separated by commas; empty: none
 */
public record LaunchSettings(
        Duration longest,
        int mostInstances,
        List<String> types,
        int mostDollars,
        List<String> sources) {
    private static final Pattern TYPE = Pattern.compile("[a-z0-9.*-]{1,30}");
    private static final Pattern SOURCE =
            Pattern.compile("s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^\\s,]*)?");

    public LaunchSettings {
        types = List.copyOf(types);
        sources = List.copyOf(sources);
    }

    /** What holds where nothing is set. */
    public static LaunchSettings defaults() {
        return from(Map.of());
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException naming the variable, its value and what is allowed
     */
    public static LaunchSettings from(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        return new LaunchSettings(
                TagTime.length(
                                variables.text(
                                        "JANITOR_LAUNCH_LONGEST",
                                        "14d",
                                        value -> TagTime.length(value).isPresent(),
                                        TagTime.LENGTH_ALLOWED))
                        .orElseThrow(),
                variables.number("JANITOR_LAUNCH_COUNT", 40, 1, 1_000),
                Variables.names(
                        variables.text(
                                "JANITOR_LAUNCH_TYPES",
                                "t3.*,t3a.*,t4g.*",
                                value -> all(value, TYPE),
                                "instance types separated by commas, such as t3.*,m7i.large")),
                variables.number("JANITOR_LAUNCH_DOLLARS", 1_000, 1, 1_000_000),
                Variables.names(
                        variables.text(
                                "JANITOR_LAUNCH_SOURCES",
                                "",
                                value -> all(value, SOURCE),
                                "places in S3 separated by commas, such as s3://course-files/java")));
    }

    private static boolean all(String value, Pattern pattern) {
        return Variables.names(value).stream().allMatch(name -> pattern.matcher(name).matches());
    }
}
