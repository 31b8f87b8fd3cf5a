package org.labjanitor.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the functions' roles may do in each mode, as IAM would weigh it. */
class RightsTest {
    private static final String INSTANCE =
            "arn:aws:ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0";
    private static final String FOREIGN_INSTANCE =
            "arn:aws:ec2:eu-west-1:444455556666:instance/i-0123456789abcdef0";
    private static final String BUCKET = "arn:aws:s3:::lab-results";
    private static final String OBJECT = BUCKET + "/2026/november.csv";
    private static final Map<String, List<String>> LAB =
            Map.of("aws:ResourceTag/lab", List.of("x"));
    private static final Map<String, List<String>> KEPT =
            Map.of(
                    "aws:ResourceTag/lab", List.of("x"),
                    "aws:ResourceTag/lab:keep", List.of("True"));
    private static final Map<String, List<String>> OURS =
            Map.of("aws:ResourceAccount", List.of("111122223333"));
    private static final Map<String, List<String>> THEIRS =
            Map.of("aws:ResourceAccount", List.of("444455556666"));

    private static final Pattern WRITES =
            Pattern.compile(
                    "\\w+:(Put|Delete|Create|Terminate|Stop|Modify|Cancel|Abort|Publish|Send|Update|Reset|Attach|Detach|Run|Start|Reboot).*");

    /** What lifts a protection, or could. */
    private static final List<String> NEVER =
            List.of(
                    "ec2:ModifyInstanceAttribute",
                    "ec2:ResetInstanceAttribute",
                    "s3:BypassGovernanceRetention",
                    "s3:DeleteBucketPolicy",
                    "s3:PutBucketObjectLockConfiguration",
                    "s3:PutBucketPolicy",
                    "s3:PutBucketVersioning",
                    "s3:PutLifecycleConfiguration",
                    "s3:PutObjectLegalHold",
                    "s3:PutObjectRetention",
                    "s3:PutReplicationConfiguration");

    private final Template template = Template.read();

    private Rights instances(String mode) {
        return template.stack("Mode", mode).rights("InstancesRole");
    }

    private Rights buckets(String mode) {
        return template.stack("Mode", mode).rights("BucketsRole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"InstancesRole", "BucketsRole"})
    void reportWritesNothingButWhatItHasToSay(String role) {
        Stack stack = template.stack("Mode", "report");

        List<Statement> writing =
                stack.rights(role).statements().stream()
                        .filter(Statement::allows)
                        .filter(statement ->
                                statement.actions().stream()
                                        .anyMatch(action -> WRITES.matcher(action).matches()))
                        .toList();

        assertThat(writing)
                .extracting(Statement::id)
                .containsExactlyInAnyOrder(
                        "WritesItsLog",
                        "HandsOverFailedEvents",
                        "WritesReports",
                        "AnswersRequests",
                        "PublishesNotices");
        assertThat(writing)
                .flatExtracting(Statement::resources)
                .allSatisfy(resource ->
                        assertThat(resource)
                                .containsAnyOf(
                                        ":logs:",
                                        ":sqs:",
                                        ":sns:us-east-1:111122223333:Notices",
                                        ":janitor-reports-",
                                        ":janitor-requests-111122223333-51af3dc0/results/"));
    }

    @ParameterizedTest
    @CsvSource({"report,false", "warn,false", "clean,true"})
    void onlyCleanRemovesALabsInstance(String mode, boolean allowed) {
        assertThat(instances(mode).allows("ec2:TerminateInstances", INSTANCE, LAB))
                .isEqualTo(allowed);
        assertThat(instances(mode).allows("ec2:StopInstances", INSTANCE, LAB)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"report,false", "warn,false", "clean,true"})
    void onlyCleanRemovesALabsBucket(String mode, boolean allowed) {
        Rights rights = buckets(mode);

        assertThat(rights.allows("s3:DeleteBucket", BUCKET, OURS)).isEqualTo(allowed);
        assertThat(rights.allows("s3:DeleteObject", OBJECT, OURS)).isEqualTo(allowed);
        assertThat(rights.allows("s3:DeleteObjectVersion", OBJECT, OURS)).isEqualTo(allowed);
        assertThat(rights.allows("s3:AbortMultipartUpload", OBJECT, OURS)).isEqualTo(allowed);
    }

    @Test
    void noInstanceGoesWithoutTheLabTagOrAgainstAKeepTagOrInAnotherAccount() {
        Rights rights = instances("clean");

        assertThat(rights.allows("ec2:TerminateInstances", INSTANCE, Map.of())).isFalse();
        assertThat(rights.allows("ec2:TerminateInstances", INSTANCE, KEPT)).isFalse();
        assertThat(rights.allows("ec2:TerminateInstances", FOREIGN_INSTANCE, LAB)).isFalse();
    }

    @Test
    void theTagRulesHoldWhateverElseARoleIsGiven() {
        Rights generous =
                new Rights(
                        Stream.concat(
                                        instances("report").statements().stream(),
                                        Stream.of(everything()))
                                .toList());

        assertThat(generous.allows("ec2:TerminateInstances", INSTANCE, LAB)).isTrue();
        assertThat(generous.allows("ec2:TerminateInstances", INSTANCE, Map.of())).isFalse();
        assertThat(generous.allows("ec2:TerminateInstances", INSTANCE, KEPT)).isFalse();
        assertThat(generous.allows("ec2:ModifyInstanceAttribute", INSTANCE, LAB)).isFalse();
    }

    private static Statement everything() {
        return new Statement("Everything", true, List.of("*"), List.of("*"), List.of());
    }

    @Test
    void anotherLabTagChangesTheRightsWithIt() {
        Rights rights =
                template.stack(Map.of("Mode", "clean", "LabTag", "course")).rights("InstancesRole");

        assertThat(rights.allows("ec2:TerminateInstances", INSTANCE, LAB)).isFalse();
        assertThat(
                        rights.allows(
                                "ec2:TerminateInstances",
                                INSTANCE,
                                Map.of("aws:ResourceTag/course", List.of("x"))))
                .isTrue();
    }

    @Test
    void noBucketGoesWithoutThePrefixOrInAnotherAccount() {
        Rights rights = buckets("clean");

        assertThat(rights.allows("s3:DeleteBucket", "arn:aws:s3:::thesis", OURS)).isFalse();
        assertThat(rights.allows("s3:DeleteObject", "arn:aws:s3:::thesis/lab-x", OURS)).isFalse();
        assertThat(rights.allows("s3:DeleteBucket", BUCKET, THEIRS)).isFalse();
        assertThat(rights.allows("s3:DeleteObjectVersion", OBJECT, THEIRS)).isFalse();
    }

    @Test
    void theStacksOwnBucketsStayEvenWhereThePrefixIsTheirs() {
        Stack stack = template.stack(Map.of("Mode", "clean", "BucketPrefix", "janitor-"));
        Rights rights = stack.rights("BucketsRole");

        assertThat(rights.allows("s3:DeleteBucket", "arn:aws:s3:::janitor-x", OURS)).isTrue();
        assertThat(stack.resources("AWS::S3::Bucket").values())
                .hasSize(3)
                .allSatisfy(bucket -> {
                    String arn = "arn:aws:s3:::" + bucket.at("BucketName").text();
                    assertThat(rights.allows("s3:DeleteBucket", arn, OURS)).isFalse();
                    assertThat(rights.allows("s3:DeleteObject", arn + "/x", OURS)).isFalse();
                    assertThat(rights.allows("s3:DeleteObjectVersion", arn + "/x", OURS)).isFalse();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "report,instances,InstancesRole,false",
        "warn,instances,InstancesRole,true",
        "clean,buckets,BucketsRole,true",
        "report,buckets,BucketsRole,false"
    })
    void theLedgerIsWrittenFromWarnOn(String mode, String sweep, String role, boolean allowed) {
        Stack stack = template.stack("Mode", mode);
        Rights rights = stack.rights(role);
        String ledger =
                "arn:aws:s3:::%s/ledger/%s/111122223333/us-east-1.json"
                        .formatted(stack.variable("JANITOR_STATE_BUCKET"), sweep);

        assertThat(rights.allows("s3:GetObject", ledger, Map.of())).isTrue();
        assertThat(rights.allows("s3:PutObject", ledger, Map.of())).isEqualTo(allowed);
        assertThat(rights.allows("s3:PutObject", ledger.replace(sweep, "other"), Map.of()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ec2:CreateTags", "ec2:DeleteTags"})
    void theOnlyTagThatIsWrittenIsTheOneForTheOwnerToSee(String action) {
        Rights rights = instances("warn");

        assertThat(rights.allows(action, INSTANCE, tagging("lab:janitor"))).isTrue();
        assertThat(rights.allows(action, INSTANCE, tagging("lab:janitor", "lab:keep"))).isFalse();
        assertThat(rights.allows(action, INSTANCE, tagging("lab:keep"))).isFalse();
        assertThat(rights.allows(action, INSTANCE, LAB)).isFalse();
        assertThat(rights.allows(action, INSTANCE, Map.of("aws:TagKeys", List.of("lab:janitor"))))
                .isFalse();
        assertThat(instances("report").allows(action, INSTANCE, tagging("lab:janitor"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"report, yes, false", "warn, yes, true", "clean, yes, true", "clean, no, false"})
    void asksOnlyLabInstancesAndOnlyWhereThatIsSwitchedOn(
            String mode, String asking, boolean allowed) {
        Rights rights =
                template.stack(Map.of("Mode", mode, "AskMachines", asking)).rights("InstancesRole");
        Map<String, List<String>> ofALab = Map.of("ssm:resourceTag/lab", List.of("x"));

        assertThat(rights.allows("ssm:SendCommand", INSTANCE, ofALab)).isEqualTo(allowed);
        assertThat(rights.allows("ssm:SendCommand", INSTANCE, Map.of())).isFalse();
        assertThat(
                        rights.allows(
                                "ssm:SendCommand",
                                "arn:aws:ssm:us-east-1::document/AWS-RunShellScript",
                                Map.of()))
                .isEqualTo(allowed);
    }

    private static Map<String, List<String>> tagging(String... keys) {
        return Map.of("aws:ResourceTag/lab", List.of("x"), "aws:TagKeys", List.of(keys));
    }

    @Test
    void theEmergencyStopLeavesNothingThatChangesAnything() {
        Stack stack = template.stack(Map.of("Mode", "clean", "Stopped", "yes"));
        Rights instances = stack.rights("InstancesRole");
        Rights buckets = stack.rights("BucketsRole");

        assertThat(instances.allows("ec2:TerminateInstances", INSTANCE, LAB)).isFalse();
        assertThat(buckets.allows("s3:DeleteBucket", BUCKET, OURS)).isFalse();
        assertThat(buckets.allows("s3:DeleteObject", OBJECT, OURS)).isFalse();
        assertThat(instances.statements())
                .anySatisfy(statement -> {
                    assertThat(statement.allows()).isFalse();
                    assertThat(statement.actions())
                            .contains("ec2:TerminateInstances", "s3:DeleteBucket", "sns:Publish");
                });
    }

    private Stack everythingOn() {
        return template.stack(
                Map.of(
                        "Mode", "clean",
                        "AskMachines", "yes",
                        "Launching", "yes",
                        "LaunchSource", "course-files",
                        "LaunchRole", "arn:aws:iam::111122223333:role/lab-machine"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"InstancesRole", "BucketsRole", "LauncherRole", "SchedulerRole"})
    void noActionIsAWildcard(String role) {
        assertThat(everythingOn().rights(role).allowedActions())
                .noneMatch(action -> action.contains("*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"InstancesRole", "BucketsRole", "LauncherRole", "SchedulerRole"})
    void whatChangesSomethingNamesWhatItMayChange(String role) {
        assertThat(everythingOn().rights(role).statements())
                .filteredOn(Statement::allows)
                .filteredOn(statement ->
                        statement.actions().stream()
                                .anyMatch(action -> WRITES.matcher(action).matches()))
                .allSatisfy(statement -> assertThat(statement.resources()).doesNotContain("*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "warn", "clean"})
    void noModeLiftsAProtection(String mode) {
        Set<String> instances = instances(mode).allowedActions();
        Set<String> buckets = buckets(mode).allowedActions();

        assertThat(instances).doesNotContainAnyElementsOf(NEVER);
        assertThat(buckets).doesNotContainAnyElementsOf(NEVER);
    }

    @Test
    void eachFunctionReadsItsOwnRequestsOnly() {
        String requests = "arn:aws:s3:::janitor-requests-111122223333-51af3dc0/requests/";

        assertThat(
                        instances("report")
                                .allows("s3:GetObject", requests + "instances/a.json", Map.of()))
                .isTrue();
        assertThat(instances("clean").allows("s3:GetObject", requests + "buckets/a.json", Map.of()))
                .isFalse();
        assertThat(buckets("report").allows("s3:GetObject", requests + "buckets/a.json", Map.of()))
                .isTrue();
        assertThat(buckets("clean").allows("s3:GetObject", requests + "instances/a.json", Map.of()))
                .isFalse();
    }
}
