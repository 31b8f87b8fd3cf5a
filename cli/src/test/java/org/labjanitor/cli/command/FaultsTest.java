package org.labjanitor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.cli.shell.Shell;
import org.labjanitor.cli.shell.Shell.Ran;
import org.labjanitor.cli.shell.SmallLab;
import org.labjanitor.simulator.LabAccount;

/** One clear message for whatever is wrong: the fault, the value, what is allowed. */
class FaultsTest {
    private final SmallLab lab = new SmallLab();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void anUnknownPreset() {
        Ran ran = lab.shell().run("report", "instances", "--policy", "strict");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertMessage(
                ran,
                "--policy is \"strict\", but must be one of lab, compute-optimizer, trusted-advisor, window");
    }

    @Test
    void aBudgetThatIsNoNumber() {
        Ran ran =
                lab.shell()
                        .typing("")
                        .run("clean", "instances", "--grace-hours=0", "--budget-count=all");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertMessage(ran, "--budget-count is \"all\", but must be a whole number from 0 to 10000");
    }

    @Test
    void everyFaultIsSaidAtOnce() {
        Ran ran =
                lab.shell()
                        .typing("")
                        .run(
                                "clean",
                                "instances",
                                "--grace-hours=24",
                                "--budget-percent=200",
                                "--only=web-1");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err())
                .contains(
                        "--grace-hours is 24", "--budget-percent is 200", "--only holds \"web-1\"");
    }

    @Test
    void aNumberOfThePolicyThatIsOutOfItsRange() {
        Ran ran = lab.shell().run("report", "instances", "--set", "quietHours=-1");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--set quietHours is -1", "a whole number from 1 to 336");
        assertNoTrace(ran);
    }

    @Test
    void aRegionThatDoesNotExist() {
        Ran ran = lab.shell().run("report", "instances", "--region", "eu-wets-1");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).contains("eu-wets-1: there is no such Region", "eu-west-1");
    }

    @Test
    void noRegionAnywhere() {
        Ran ran = lab.shell().withoutRegion().run("report", "instances");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("no Region is configured", "--region us-east-1");
    }

    @Test
    void regionsThatContradictEachOther() {
        Ran ran = lab.shell().run("report", "instances", "--all-regions", "--region", "us-east-1");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--region and --all-regions exclude each other");
    }

    @Test
    void expiredCredentials() {
        LabAccount account = lab.lab().account(SmallLab.ACCOUNT);
        String key = account.issueKey();
        account.expireKey(key);

        Ran ran = lab.shell().signWith(key).run("report", "instances");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("xpired", "--profile or AWS_PROFILE");
        assertNoTrace(ran);
    }

    @Test
    void aPermissionThatIsMissing() {
        lab.lab().account(SmallLab.ACCOUNT).deny("ec2:DescribeRegions");

        Ran ran = lab.shell().run("report", "instances", "--all-regions");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("need the permission ec2:DescribeRegions");
        assertNoTrace(ran);
    }

    @Test
    void anEndpointThatIsDown() {
        Ran ran = Shell.offline().run("report", "instances");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("connection refused; is the endpoint up?");
        assertNoTrace(ran);
    }

    @Test
    void anEndpointThatIsNoUrl() {
        Ran ran = lab.shell().run("report", "instances", "--endpoint-url", "localhost:4599");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertMessage(
                ran,
                "--endpoint-url is \"localhost:4599\", but must be a URL such as http://127.0.0.1:4599");
    }

    @Test
    void anAccountThatIsNone() {
        Ran ran = lab.shell().run("report", "instances", "--account", "mine");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertMessage(ran, "--account is \"mine\", but must be an account id of 12 digits");
    }

    @Test
    void aSettingOfTheEnvironmentThatIsWrong() {
        Ran ran = lab.shell().set("JANITOR_BUDGET_PERCENT", "lots").run("report", "instances");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("JANITOR_BUDGET_PERCENT is \"lots\"");
    }

    @Test
    void theStackTraceIsThereForWhomeverAsks() {
        Ran ran = Shell.offline().run("report", "instances", "--verbose");

        assertThat(ran.err()).contains("\tat org.labjanitor.");
    }

    private static void assertMessage(Ran ran, String message) {
        assertThat(ran.err().replaceAll("\\s+", " ")).isEqualTo("janitor: " + message + " ");
        assertThat(ran.out()).isEmpty();
    }

    private static void assertNoTrace(Ran ran) {
        assertThat(ran.err()).startsWith("janitor: ").doesNotContain("\tat ", "Exception");
        assertThat(ran.out()).isEmpty();
    }
}
