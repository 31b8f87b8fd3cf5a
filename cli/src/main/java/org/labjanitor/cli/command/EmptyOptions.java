package org.labjanitor.cli.command;

import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.removal.AfterEmptying;
import org.labjanitor.cli.emptying.Consent;
import picocli.CommandLine.Option;

/** How far an emptying may go. */
final class EmptyOptions {
    @Option(
            names = "--all-versions",
            order = 11,
            description =
                    "Needed where versioning is or was on: every version and delete marker goes for good.")
    boolean allVersions;

    @Option(
            names = "--keep-bucket",
            order = 12,
            description = "Leave the bucket there, empty, so that no stranger can take its name.")
    boolean keepBucket;

    @Option(
            names = "--any-bucket",
            order = 13,
            description = "Also a bucket without the lab tag. Keep tags and protection still hold.")
    boolean anyBucket;

    @Option(
            names = "--lab-tag",
            paramLabel = "KEY",
            order = 14,
            description = "The tag that makes it a bucket of the lab (default: lab).")
    @Nullable String labTag;

    @Option(names = "--yes", order = 15, description = "Do not ask.")
    boolean yes;

    EmptyingTerms terms() {
        return new EmptyingTerms(
                new Consent(allVersions, anyBucket),
                keepBucket ? AfterEmptying.KEEP : AfterEmptying.DELETE,
                labTag,
                yes);
    }
}
