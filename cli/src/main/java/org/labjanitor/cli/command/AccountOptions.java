package org.labjanitor.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which account, and as whom. */
class AccountOptions {
    @Option(
            names = "--profile",
            paramLabel = "NAME",
            order = 1,
            description = "A profile of the AWS CLI. It wins over credentials in the environment.")
    @Nullable String profile;

    @Option(
            names = "--account",
            paramLabel = "ID",
            order = 2,
            description = "The account it must be. With any other one, nothing is looked at.")
    @Nullable String account;

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            order = 5,
            description = "Talk to this endpoint instead of AWS, such as 'janitor simulate'.")
    @Nullable String endpointUrl;
}
