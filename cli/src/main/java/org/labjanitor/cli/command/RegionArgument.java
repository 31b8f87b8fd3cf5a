package org.labjanitor.cli.command;

import java.util.regex.Pattern;

/** One Region as a person names it. */
final class RegionArgument {
    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-\\d{1,2}");
    private static final Pattern ZONE = Pattern.compile("([a-z]{2,4}(-[a-z]+)+-\\d{1,2})[a-z]");

    private RegionArgument() {}

    /**
     * The Region's name.
     *
     * @throws UsageException if it names a zone, or nothing at all
     */
    static String name(String argument) {
        var zone = ZONE.matcher(argument);
        if (zone.matches()) {
            throw new UsageException(
                    "--region is \"%s\", which is an Availability Zone; buckets are in whole Regions. Use --region %s"
                            .formatted(argument, zone.group(1)));
        }
        if (!REGION.matcher(argument).matches()) {
            throw new UsageException(
                    "--region is \"%s\", but must be a Region such as eu-west-1"
                            .formatted(argument));
        }
        return argument;
    }
}
