package org.labjanitor.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which buckets are looked at, and when their time is over. */
final class BucketJudgingOptions {
    @Option(
            names = "--lifetime",
            paramLabel = "LENGTH",
            order = 11,
            description =
                    "How long a bucket lives that has neither lab:expires nor lab:ttl, such as 30d or 12h. Without it,"
                            + " the default of the settings; where that has none either, such a bucket stays.")
    @Nullable String lifetime;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            order = 13,
            description = "Look at these buckets only. Narrows, never widens.")
    List<String> only = new ArrayList<>();

    @Option(
            names = "--lab-tag",
            paramLabel = "KEY",
            order = 14,
            description =
                    "The tag that opts a bucket in (default: lab). Nothing without it is ever touched.")
    @Nullable String labTag;
}
