package org.labjanitor.cli.command;

import java.util.regex.Pattern;

/** A whole bucket as a person names it: {@code s3://NAME}, or the name alone. */
final class BucketArgument {
    private static final String SCHEME = "s3://";

    /** Older buckets in us-east-1 may have capitals, underscores, and up to 255 characters. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{2,254}");

    private BucketArgument() {}

    /** What stands for the bucket's name, whether or not a bucket can have it. */
    static String unchecked(String argument) {
        String rest = argument.startsWith(SCHEME) ? argument.substring(SCHEME.length()) : argument;
        return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    }

    /**
     * The bucket's name.
     *
     * @throws UsageException if it names something else than a whole bucket
     */
    static String name(String argument) {
        boolean hasScheme = argument.startsWith(SCHEME);
        String rest = hasScheme ? argument.substring(SCHEME.length()) : argument;
        int slash = rest.indexOf('/');
        if (hasScheme && slash > 0 && slash < rest.length() - 1) {
            throw new UsageException(
                    "%s names a key or a prefix in a bucket, but this takes a whole bucket: %s%s"
                            .formatted(argument, SCHEME, rest.substring(0, slash)));
        }
        String name = hasScheme && slash > 0 ? rest.substring(0, slash) : rest;
        if (!NAME.matcher(name).matches()) {
            throw new UsageException(
                    "\"%s\" is no bucket's name. Name a bucket as s3://my-bucket, or as my-bucket"
                            .formatted(argument));
        }
        if (name.endsWith("--x-s3")) {
            throw new UsageException(
                    name
                            + " is a directory bucket of S3 Express; this takes general purpose buckets");
        }
        return name;
    }
}
