package org.labjanitor.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The roles' actions are those that the functions' calls need: none is missing, none is left over.
 */
class ActionsTest {
    /** Done by Lambda with the function's role, and not by the function. */
    private static final Set<String> BY_LAMBDA =
            Set.of("logs:CreateLogStream", "logs:PutLogEvents", "sqs:SendMessage");

    /** Never called for: it makes S3 answer "no such object" instead of "forbidden". */
    private static final Set<String> TO_KNOW_WHAT_IS_MISSING = Set.of("s3:ListBucket");

    /** What a terminal does not have: the stack's own places. */
    private static final Set<String> NOT_IN_A_TERMINAL =
            Set.of("JANITOR_STATE_BUCKET", "JANITOR_TOPIC_ARN", "JANITOR_REPORT_BUCKET");

    private static final String ALL_REGIONS = "{\"regions\": [\"all\"]}";
    private static final String REPORT = "{\"mode\": \"report\"}";
    private static final String BUDGET = "\"budget\": {\"count\": 100, \"percent\": 100}";

    private static final Duration GRACE = Duration.ofHours(25);

    private final Template template = Template.read();
    private final BusyAccount account = new BusyAccount(template.stack().environment(), Set.of());

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void reportOnInstancesNeedsWhatItsRoleMayDo() {
        Set<String> used = account.instances(ALL_REGIONS);
        used.addAll(account.instancesByFile(REPORT));

        assertThat(granted("report", "InstancesRole")).isEqualTo(used);
    }

    @Test
    void warningOfInstancesNeedsWhatItsRoleMayDo() {
        Set<String> used = account.instances(ALL_REGIONS);
        used.addAll(account.instancesByFile(REPORT));
        used.addAll(account.instances("{\"mode\": \"warn\"}"));
        account.keep(account.toKeep());
        used.addAll(account.instances("{\"mode\": \"warn\"}"));

        assertThat(granted("warn", "InstancesRole")).isEqualTo(used);
    }

    @Test
    void cleaningInstancesNeedsWhatItsRoleMayDo() {
        Set<String> used = account.instances(ALL_REGIONS);
        used.addAll(account.instancesByFile(REPORT));
        used.addAll(
                account.instances(
                        clean(
                                "only",
                                account.toStop(),
                                "\"graceHours\": 0, \"action\": \"stop\"")));
        used.addAll(account.instances("{\"mode\": \"warn\"}"));
        account.keep(account.toKeep());
        used.addAll(account.instances("{\"mode\": \"warn\"}"));
        account.pass(GRACE);
        used.addAll(account.instances("{\"mode\": \"clean\"}"));
        used.addAll(account.instances(clean("terminate", account.spot(), "\"reason\": \"asked\"")));

        assertThat(granted("clean", "InstancesRole")).isEqualTo(used);
    }

    @Test
    void reportOnBucketsNeedsWhatItsRoleMayDo() {
        Set<String> used = account.buckets(REPORT);
        used.addAll(account.bucketsByFile(REPORT));

        assertThat(granted("report", "BucketsRole")).isEqualTo(used);
    }

    @Test
    void warningOfBucketsNeedsWhatItsRoleMayDo() {
        Set<String> used = account.buckets(REPORT);
        used.addAll(account.bucketsByFile(REPORT));
        used.addAll(account.buckets("{\"mode\": \"warn\"}"));

        assertThat(granted("warn", "BucketsRole")).isEqualTo(used);
    }

    @Test
    void lookingWhetherABucketIsEmptyAlreadyNeedsWhatComesWithKeepingThem() {
        account.emptyBucket("lab-emptied");
        Set<String> used = account.buckets("{\"after\": \"keep\", %s}".formatted(BUDGET));
        used.addAll(account.bucketsByFile(REPORT));

        assertThat(granted(Map.of("Mode", "report", "BucketAfter", "keep"), "BucketsRole"))
                .isEqualTo(used);
    }

    @Test
    void cleaningBucketsNeedsWhatItsRoleMayDo() {
        Set<String> used = account.bucketsByFile(REPORT);
        used.addAll(account.buckets(clean("delete", "lab-named", "\"reason\": \"asked\"")));
        used.addAll(account.buckets("{\"mode\": \"warn\"}"));
        account.pass(GRACE);
        used.addAll(account.buckets("{\"mode\": \"clean\", %s}".formatted(BUDGET)));

        assertThat(granted("clean", "BucketsRole")).isEqualTo(used);
    }

    @ParameterizedTest
    @CsvSource({
        "idle-instances, InstancesRole",
        "expired-buckets, BucketsRole",
        "lab-launcher, LauncherRole"
    })
    void nothingThatAWholeSuiteCalledForIsMissingOrLeftOver(String room, String role) {
        Set<String> used = SuiteCalls.actions(room);

        assertThat(granted(Map.of("Mode", "clean", "AskMachines", "yes"), role)).isEqualTo(used);
    }

    @Test
    void theReadOnlyPolicyForATerminalHoldsWhatAReportNeeds() {
        try (BusyAccount terminal =
                new BusyAccount(template.stack().environment(), NOT_IN_A_TERMINAL)) {
            Set<String> used = terminal.instances(ALL_REGIONS);
            used.addAll(terminal.buckets(REPORT));

            assertThat(Papers.readOnlyPolicy().allowedActions()).isEqualTo(used);
        }
    }

    private static String clean(String list, String name, String rest) {
        return "{\"mode\": \"clean\", \"%s\": [\"%s\"], %s, %s}"
                .formatted(list, name, rest, BUDGET);
    }

    private Set<String> granted(String mode, String role) {
        return granted(Map.of("Mode", mode), role);
    }

    private Set<String> granted(Map<String, String> parameters, String role) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("Launching", "yes");
        all.put("LaunchSource", "course-files");
        Set<String> actions = new TreeSet<>(template.stack(all).rights(role).allowedActions());
        actions.removeAll(BY_LAMBDA);
        if (role.equals("InstancesRole")) {
            actions.removeAll(TO_KNOW_WHAT_IS_MISSING);
        }
        return actions;
    }
}
