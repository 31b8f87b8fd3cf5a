package org.labjanitor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.cli.shell.Shell.Ran;
import org.labjanitor.cli.shell.SmallLab;

class CleanInstancesTest {
    private final SmallLab lab = new SmallLab();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void theAccountsIdAsAnAnswerRemovesWhatWasShown() {
        String idle = lab.idle("jupyter-ana");
        String busy = lab.busy("api");

        Ran ran =
                lab.shell()
                        .typing(SmallLab.ACCOUNT)
                        .run("clean", "instances", "--grace-hours", "0");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .containsSubsequence(
                        "Report on instances",
                        "May go · 1 instance",
                        "This TERMINATES 1 instance in account 111122223333, and no others:",
                        "jupyter-ana (" + idle + ")",
                        "Type the account id to go on",
                        "Cleaning up instances",
                        "Removed · 1 instance",
                        "This run saves $70.08 a month.");
        assertThat(lab.isAlive(idle)).isFalse();
        assertThat(lab.isAlive(busy)).isTrue();
    }

    @Test
    void anyOtherAnswerRemovesNothing() {
        for (String answer : List.of("", "yes", "y", "111122223334")) {
            String idle = lab.idle("jupyter-" + answer);
            lab.busy("api");

            Ran ran = lab.shell().typing(answer).run("clean", "instances", "--grace-hours", "0");

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.err()).contains("Nothing was removed.");
            assertThat(lab.isAlive(idle)).isTrue();
        }
    }

    @Test
    void withoutAnyoneToAskItRefuses() {
        String idle = lab.idle("jupyter-ana");

        Ran ran = lab.shell().run("clean", "instances", "--grace-hours", "0");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("standard input is no terminal", "--yes", "--account");
        assertThat(lab.isAlive(idle)).isTrue();
    }

    @Test
    void theMissingGraceHasToBeSpelledOut() {
        Ran ran = lab.shell().typing(SmallLab.ACCOUNT).run("clean", "instances");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--grace-hours is missing", "add --grace-hours 0");
    }

    @Test
    void yesNeedsTheAccount() {
        Ran ran = lab.shell().run("clean", "instances", "--grace-hours", "0", "--yes");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--yes needs --account ID");
    }

    @Test
    void yesWithTheAccountAsksNothing() throws IOException {
        String idle = lab.idle("jupyter-ana");
        lab.busy("api");

        Ran ran =
                lab.shell()
                        .run(
                                "clean",
                                "instances",
                                "--grace-hours=0",
                                "--account=" + SmallLab.ACCOUNT,
                                "--yes",
                                "--json");

        assertThat(ran.exitCode()).isZero();
        assertThat(JSON.std.mapFrom(ran.out())).containsEntry("mode", "clean");
        assertThat(lab.isAlive(idle)).isFalse();
    }

    @Test
    void yesWithTheWrongAccountLooksAtNothing() {
        String idle = lab.idle("jupyter-ana");

        Ran ran =
                lab.shell()
                        .run(
                                "clean",
                                "instances",
                                "--grace-hours=0",
                                "--account=999988887777",
                                "--yes");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("wrong account");
        assertThat(lab.isAlive(idle)).isTrue();
    }

    @Test
    void withJsonTheQuestionGoesToTheMessages() throws IOException {
        lab.idle("jupyter-ana");
        lab.busy("api");

        Ran ran =
                lab.shell()
                        .typing(SmallLab.ACCOUNT)
                        .run("clean", "instances", "--grace-hours", "0", "--json");

        assertThat(JSON.std.mapFrom(ran.out())).containsEntry("mode", "clean");
        assertThat(ran.err()).contains("May go", "Type the account id to go on");
    }

    @Test
    void theBudgetHoldsBackAndTheNextStepGoesOn() {
        lab.idle("one");
        lab.idle("two");
        lab.busy("api");

        Ran ran =
                lab.shell()
                        .run(
                                "clean",
                                "instances",
                                "--grace-hours=0",
                                "--account=" + SmallLab.ACCOUNT,
                                "--budget-count=1",
                                "--yes");

        assertThat(ran.out())
                .contains("Removed · 1 instance", "May go, but not in this run · 1 instance")
                .contains("Go on with the rest");
    }

    @Test
    void onlyWhatWasShownGoesHoweverMuchMoreMay() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ids.add(lab.idle("idle-" + i));
        }
        lab.busy("api");

        Ran ran =
                lab.shell()
                        .typing(SmallLab.ACCOUNT)
                        .run("clean", "instances", "--grace-hours=0", "--budget-count=2");

        assertThat(ran.out()).contains("2 lab instances examined: 2 may go");
        assertThat(ids.stream().filter(lab::isAlive)).hasSize(2);
    }

    @Test
    void aDozenThatWereConfirmedGoInOneRun() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(lab.idle("idle-" + i));
        }
        lab.busy("api");

        Ran ran =
                lab.shell()
                        .typing(SmallLab.ACCOUNT)
                        .run("clean", "instances", "--grace-hours=0", "--budget-percent=100");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("Removed · 12 instances");
        assertThat(ids).noneMatch(lab::isAlive);
    }

    @Test
    void stoppingIsSaidToBeStopping() {
        String idle = lab.idle("jupyter-ana");
        lab.busy("api");

        Ran ran =
                lab.shell()
                        .typing(SmallLab.ACCOUNT)
                        .run("clean", "instances", "--grace-hours=0", "--action=stop");

        assertThat(ran.out())
                .containsSubsequence(
                        "May be stopped · 1 instance",
                        "This stops 1 instance",
                        "Stopped · 1 instance");
        assertThat(lab.isAlive(idle)).isTrue();
    }

    @Test
    void anInstanceCanBeNamedOutrightWithAReason() {
        String busy = lab.busy("api");

        Ran refused =
                lab.shell().typing(SmallLab.ACCOUNT).run("clean", "instances", "--terminate", busy);
        Ran done =
                lab.shell()
                        .typing(SmallLab.ACCOUNT)
                        .run(
                                "clean",
                                "instances",
                                "--terminate",
                                busy,
                                "--reason",
                                "asked by the trainer");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("--reason is missing");
        assertThat(done.exitCode()).isZero();
        assertThat(lab.isAlive(busy)).isFalse();
    }

    @Test
    void whereNothingMayGoNothingIsAsked() {
        lab.busy("api");

        Ran ran = lab.shell().typing("").run("clean", "instances", "--grace-hours", "0");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).doesNotContain("Type the account id");
        assertThat(ran.err()).contains("Nothing was removed.");
    }
}
