package org.labjanitor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.cli.shell.Shell.Ran;
import org.labjanitor.cli.shell.SmallLab;

class ReportInstancesTest {
    private final SmallLab lab = new SmallLab();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aCompleteReportNamesWhatMayGoAndEndsWithZero() {
        String id = lab.idle("jupyter-ana");
        lab.busy("api");

        Ran ran = lab.shell().run("report", "instances");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .containsSubsequence(
                        "account   111122223333",
                        "May go · 1 instance · $70.08 a month",
                        "jupyter-ana",
                        id,
                        "ada@example.org",
                        "Kept · 1 instance",
                        "Complete.");
        assertThat(lab.isAlive(id)).isTrue();
    }

    @Test
    void theNextStepsAreCommandsThatCanBeCopied() {
        String id = lab.idle("jupyter-ana");
        lab.busy("api");

        String out = lab.shell().run("report", "instances", "--region", "us-east-1").out();

        assertThat(out)
                .contains(
                        "    aws ec2 create-tags --region us-east-1 --resources "
                                + id
                                + " --tags Key=lab:keep,Value=true\n")
                .contains(
                        "    janitor clean instances --region us-east-1 --account 111122223333 --grace-hours 0\n")
                .contains("    janitor report instances --region us-east-1 --verbose\n");
    }

    @Test
    void aRegionThatIsDeniedMakesItPartial() {
        lab.busy("api");
        lab.busyIn("eu-west-1", "wiki");
        lab.lab().account(SmallLab.ACCOUNT).deny("ec2:DescribeInstances", "eu-west-1");

        Ran ran = lab.shell().run("report", "instances", "--region", "us-east-1,eu-west-1");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out()).contains("NOT EXAMINED", "• eu-west-1: ", "Partial:");
    }

    @Test
    void jsonIsTheResultDocumentAndNothingElse() throws IOException {
        lab.idle("jupyter-ana");
        lab.busy("api");

        Ran ran = lab.shell().run("report", "instances", "--json");

        Map<String, Object> document = JSON.std.mapFrom(ran.out());
        assertThat(document).containsEntry("mode", "report").containsEntry("outcome", "complete");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void verboseAlsoWritesALineADecisionToStandardError() {
        String id = lab.idle("jupyter-ana");
        lab.busy("api");

        Ran silent = lab.shell().run("report", "instances");
        Ran verbose = lab.shell().run("report", "instances", "-v");

        assertThat(silent.err()).isEmpty();
        assertThat(verbose.err().lines())
                .hasSize(2)
                .anyMatch(line -> line.matches("\\S+ DEBUG .* verdict=keep reason=in-use .*: .+"))
                .anyMatch(line ->
                        line.matches(
                                "\\S+ INFO run=\\S+ sweep=instances mode=report account=111122223333"
                                        + " resource=%s region=us-east-1 .*: Quiet for .*"
                                                .formatted(id)));
        assertThat(verbose.out()).contains("Complete.");
    }

    @Test
    void aConfirmedAccountHasToBeTheRightOne() {
        Ran ran = lab.shell().run("report", "instances", "--account", "999988887777");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("111122223333", "999988887777");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void anUnusualWayToAwsIsNamed() {
        lab.busy("api");

        String out = lab.shell().run("report", "instances", "--profile", "course").out();

        assertThat(out)
                .containsSubsequence(
                        "account   111122223333",
                        "profile   course",
                        "endpoint  " + lab.lab().endpoint());
    }

    @Test
    void onlyNarrowsTheLook() {
        String id = lab.idle("jupyter-ana");
        lab.busy("api");

        String out = lab.shell().run("report", "instances", "--only", id).out();

        assertThat(out).contains("1 lab instance examined");
    }
}
