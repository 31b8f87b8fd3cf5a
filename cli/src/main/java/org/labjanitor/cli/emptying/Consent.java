package org.labjanitor.cli.emptying;

/**
 * What a person has agreed to by the words of the command.
 *
 * @param allVersions that all versions and markers go, where there may be several
 * @param anyBucket that it need not be a bucket of the lab
 */
public record Consent(boolean allVersions, boolean anyBucket) {}
