package org.labjanitor.cli.command;

/**
 * Where an upload goes, as a person writes it.
 *
 * @param key what stands behind the bucket; may be empty
 */
record UploadTarget(String bucket, String key) {
    private static final String SCHEME = "s3://";

    /**
     * Reads {@code s3://BUCKET/PREFIX/}.
     *
     * @throws UsageException if it is no such address
     */
    static UploadTarget of(String argument) {
        if (!argument.startsWith(SCHEME)) {
            throw new UsageException(
                    "the last word is where the files go, and has to be an address such as s3://lab-ana/data/, but is \"%s\""
                            .formatted(argument));
        }
        String rest = argument.substring(SCHEME.length());
        int slash = rest.indexOf('/');
        String bucket = slash < 0 ? rest : rest.substring(0, slash);
        return new UploadTarget(
                BucketArgument.name(SCHEME + bucket), slash < 0 ? "" : rest.substring(slash + 1));
    }

    String address() {
        return SCHEME + bucket + "/" + key;
    }
}
