package org.labjanitor.cli.command;

import java.util.List;
import java.util.Map;
import org.labjanitor.runtime.account.WrongAccountException;
import org.labjanitor.runtime.aws.AwsFailedException;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.aws.OtherEndpointException;
import org.labjanitor.runtime.json.BadRequestException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Why a command came to nothing.
 *
 * @param messages one for each fault, naming it, its value and what is allowed
 * @param isExpected whether the messages say all that there is to say; a stack trace would help
 *     otherwise
 */
record Failure(int exitCode, List<String> messages, boolean isExpected) {
    private static final String POLICY = "policy.";

    /** The keys of a request document, and the options that a person knows them by. */
    private static final Map<String, String> OPTION_BY_KEY =
            Map.ofEntries(
                    Map.entry("regions", "--region"),
                    Map.entry("only", "--only"),
                    Map.entry("policy.preset", "--policy"),
                    Map.entry("budget.count", "--budget-count"),
                    Map.entry("budget.percent", "--budget-percent"),
                    Map.entry("budget.keys", "--budget-keys"),
                    Map.entry("budget.gigabytes", "--budget-gigabytes"),
                    Map.entry("terminate", "--terminate"),
                    Map.entry("delete", "--delete"),
                    Map.entry("reason", "--reason"),
                    Map.entry("action", "--action"),
                    Map.entry("after", "--after"),
                    Map.entry("lifetime", "--lifetime"),
                    Map.entry("graceHours", "--grace-hours"));

    static Failure of(Throwable thrown) {
        return switch (thrown) {
            case UsageException usage -> expected(ExitCode.USAGE, message(usage));
            case BadRequestException bad ->
                    new Failure(
                            ExitCode.USAGE,
                            bad.faults().stream().map(Failure::inOptions).toList(),
                            true);
            case RefusedException refused -> new Failure(ExitCode.FAILED, refused.messages(), true);
            case WrongAccountException wrong -> expected(ExitCode.FAILED, message(wrong));
            case OtherEndpointException other -> expected(ExitCode.FAILED, message(other));
            case AwsFailedException failed -> expected(ExitCode.FAILED, message(failed));
            case SdkException sdk ->
                    expected(ExitCode.FAILED, AwsFailure.of("a call to AWS", sdk).message());
            default ->
                    new Failure(
                            ExitCode.FAILED,
                            List.of(
                                    "this is a fault of the janitor itself: "
                                            + thrown.getClass().getSimpleName()
                                            + ": "
                                            + message(thrown)),
                            false);
        };
    }

    private static Failure expected(int exitCode, String message) {
        return new Failure(exitCode, List.of(message), true);
    }

    private static String message(Throwable thrown) {
        return thrown.getMessage() == null ? "no message" : thrown.getMessage();
    }

    private static String inOptions(String fault) {
        int end = fault.indexOf(' ');
        String key = end < 0 ? fault : fault.substring(0, end);
        String option = OPTION_BY_KEY.get(key);
        if (option != null) {
            return option + fault.substring(key.length());
        }
        return fault.startsWith(POLICY) ? "--set " + fault.substring(POLICY.length()) : fault;
    }
}
