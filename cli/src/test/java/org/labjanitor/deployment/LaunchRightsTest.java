package org.labjanitor.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher's role may do, as IAM would weigh it. */
class LaunchRightsTest {
    private static final String INSTANCE = "arn:aws:ec2:eu-west-1:111122223333:instance/*";
    private static final String BUCKET = "arn:aws:s3:::lab-java-ada";
    private static final String ROLE = "arn:aws:iam::111122223333:role/lab-machine";

    private final Template template = Template.read();

    private Rights launcher(Map<String, String> parameters) {
        return template.stack(parameters).rights("LauncherRole");
    }

    private static Map<String, List<String>> asked(String type, String... tags) {
        Map<String, List<String>> context = new HashMap<>();
        context.put("ec2:InstanceType", List.of(type));
        for (String tag : tags) {
            context.put("aws:RequestTag/" + tag, List.of("x"));
        }
        return context;
    }

    @ParameterizedTest
    @CsvSource({"no, no, false", "yes, no, true", "yes, yes, false"})
    void startsLabsOnlyWhereThatIsSwitchedOnAndNothingIsStopped(
            String launching, String stopped, boolean allowed) {
        Rights rights = launcher(Map.of("Launching", launching, "Stopped", stopped));

        assertThat(
                        rights.allows(
                                "ec2:RunInstances",
                                INSTANCE,
                                asked("t3.micro", "lab", "lab:expires")))
                .isEqualTo(allowed);
        assertThat(rights.allows("s3:CreateBucket", BUCKET, Map.of())).isEqualTo(allowed);
    }

    @Test
    void startsNothingWithoutTheLabTagAndAnEnd() {
        Rights rights = launcher(Map.of("Launching", "yes"));

        assertThat(rights.allows("ec2:RunInstances", INSTANCE, asked("t3.micro"))).isFalse();
        assertThat(rights.allows("ec2:RunInstances", INSTANCE, asked("t3.micro", "lab"))).isFalse();
        assertThat(rights.allows("ec2:RunInstances", INSTANCE, asked("t3.micro", "lab:expires")))
                .isFalse();
    }

    @Test
    void startsNoTypeThatIsNotAllowed() {
        Rights rights = launcher(Map.of("Launching", "yes", "LaunchTypes", "t3.*,m7i.large"));
        String[] tags = {"lab", "lab:expires"};

        assertThat(rights.allows("ec2:RunInstances", INSTANCE, asked("t3.nano", tags))).isTrue();
        assertThat(rights.allows("ec2:RunInstances", INSTANCE, asked("m7i.large", tags))).isTrue();
        assertThat(rights.allows("ec2:RunInstances", INSTANCE, asked("p5.48xlarge", tags)))
                .isFalse();
    }

    @Test
    void tagsOnlyWhatItStarts() {
        Rights rights = launcher(Map.of("Launching", "yes"));

        assertThat(
                        rights.allows(
                                "ec2:CreateTags",
                                INSTANCE,
                                Map.of("ec2:CreateAction", List.of("RunInstances"))))
                .isTrue();
        assertThat(rights.allows("ec2:CreateTags", INSTANCE, Map.of())).isFalse();
    }

    @Test
    void makesBucketsOnlyWhereTheJanitorMayRemoveThem() {
        Rights rights = launcher(Map.of("Launching", "yes"));

        assertThat(rights.allows("s3:CreateBucket", "arn:aws:s3:::thesis", Map.of())).isFalse();
        assertThat(rights.allows("s3:PutObject", BUCKET + "/hello.txt", Map.of())).isTrue();
        assertThat(rights.allows("s3:PutObject", "arn:aws:s3:::thesis/hello.txt", Map.of()))
                .isFalse();
    }

    @Test
    void readsStarterFilesFromTheOnePlaceThatItIsGiven() {
        Rights rights = launcher(Map.of("LaunchSource", "course-files/java/"));

        assertThat(rights.allows("s3:GetObject", "arn:aws:s3:::course-files/java/a.txt", Map.of()))
                .isTrue();
        assertThat(rights.allows("s3:GetObject", "arn:aws:s3:::course-files/exam/a.txt", Map.of()))
                .isFalse();
        assertThat(rights.allows("s3:ListBucket", "arn:aws:s3:::course-files", Map.of())).isTrue();
        assertThat(launcher(Map.of()).allows("s3:GetObject", "arn:aws:s3:::x/a", Map.of()))
                .isFalse();
    }

    @Test
    void passesOneRoleAndOnlyToInstances() {
        Rights rights = launcher(Map.of("Launching", "yes", "LaunchRole", ROLE));
        Map<String, List<String>> toEc2 =
                Map.of("iam:PassedToService", List.of("ec2.amazonaws.com"));

        assertThat(rights.allows("iam:PassRole", ROLE, toEc2)).isTrue();
        assertThat(rights.allows("iam:PassRole", ROLE, Map.of())).isFalse();
        assertThat(rights.allows("iam:PassRole", ROLE + "-admin", toEc2)).isFalse();
        assertThat(launcher(Map.of("Launching", "yes")).allowedActions())
                .doesNotContain("iam:PassRole");
    }

    @Test
    void removesNothing() {
        assertThat(launcher(Map.of("Launching", "yes", "Mode", "clean")).allowedActions())
                .noneMatch(action -> action.matches("\\w+:(Delete|Terminate|Stop|Cancel).*"));
    }
}
