package org.labjanitor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.cli.shell.Shell.Ran;
import org.labjanitor.cli.shell.SmallLab;
import org.labjanitor.simulator.ec2.InstanceSeed;

class TerminateCommandTest {
    private static final String UNKNOWN = "i-0123456789abcdef0";

    private final SmallLab lab = new SmallLab();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aNamedInstanceGoesAfterItsOwnerWasShown() {
        String idle = lab.idle("jupyter-ana");
        String busy = lab.busy("api");

        Ran ran =
                lab.shell()
                        .typing(SmallLab.ACCOUNT)
                        .run("terminate", busy, "--reason", "course is over");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .containsSubsequence(
                        "To be terminated · 1 instance · $70.08 a month",
                        "api",
                        busy,
                        "ada@example.org",
                        "This TERMINATES 1 instance in account 111122223333, and no others:",
                        "api (" + busy + ")",
                        "Type the account id",
                        "Removed · 1 instance",
                        "Named outright: course is over.");
        assertThat(lab.isAlive(busy)).isFalse();
        assertThat(lab.isAlive(idle)).isTrue();
    }

    @Test
    void withoutIdsOneChoosesByNumberAndIsAskedWhy() {
        String idle = lab.idle("jupyter-ana");
        String busy = lab.busy("api");

        Ran ran = lab.shell().typing("2\ncourse is over\n" + SmallLab.ACCOUNT).run("terminate");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .containsSubsequence(
                        "#  NAME",
                        "1  jupyter-ana",
                        "2  api",
                        "Which are to be terminated?",
                        "Why?",
                        "To be terminated",
                        "Named outright: course is over.");
        assertThat(lab.isAlive(busy)).isFalse();
        assertThat(lab.isAlive(idle)).isTrue();
    }

    @Test
    void idleMeansAllThatMayGo() {
        String ana = lab.idle("jupyter-ana");
        String bob = lab.idle("jupyter-bob");
        String busy = lab.busy("api");
        String wiki = lab.busy("wiki");

        Ran ran = lab.shell().typing("idle\nterm ends\n" + SmallLab.ACCOUNT).run("terminate");

        assertThat(ran.exitCode()).isZero();
        assertThat(lab.isAlive(ana) || lab.isAlive(bob)).isFalse();
        assertThat(lab.isAlive(busy) && lab.isAlive(wiki)).isTrue();
    }

    @Test
    void anAnswerThatCannotBeMeantIsAskedForAgain() {
        String idle = lab.idle("jupyter-ana");

        Ran ran = lab.shell().typing("7\nall\nnone").run("terminate");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out())
                .containsSubsequence("\"7\" is no number from 1 to 1", "\"all\" is no number");
        assertThat(ran.err()).contains("Nothing was terminated.");
        assertThat(lab.isAlive(idle)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "1\n", "1\nwhy not\nyes", "1\nwhy not\n111122223334"})
    void anythingButAFullAnswerTerminatesNothing(String answers) {
        String idle = lab.idle("jupyter-ana");

        Ran ran = lab.shell().typing(answers).run("terminate");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).containsIgnoringCase("nothing was terminated");
        assertThat(lab.isAlive(idle)).isTrue();
    }

    @Test
    void eachRefusalIsExplainedAndTheOthersGo() {
        String idle = lab.idle("jupyter-ana");
        String kept = lab.idle("thesis", seed -> seed.tag("lab:keep", "true"));
        String odd = lab.idle("odd", seed -> seed.tag("lab:keep", "maybe"));
        String guarded = lab.idle("licence", InstanceSeed.Builder::terminationProtected);
        String web = lab.idle("web", seed -> seed.tag("aws:autoscaling:groupName", "web"));
        String foreign = lab.idle("db", seed -> seed.tags(Map.of("Name", "db")));

        Ran ran =
                lab.shell()
                        .typing(SmallLab.ACCOUNT)
                        .run(
                                "terminate",
                                idle,
                                kept,
                                odd,
                                guarded,
                                web,
                                foreign,
                                UNKNOWN,
                                "--reason",
                                "term ends");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(flat(ran.out()))
                .contains(
                        "To be terminated · 1 instance",
                        "Refused · 5 instances",
                        "thesis (" + kept + "): Its tag lab:keep keeps it. Whoever set the tag",
                        "odd (" + odd + "): The tag lab:keep holds \"maybe\"",
                        "licence ("
                                + guarded
                                + "): Termination protection is on. The janitor never",
                        "web (" + web + "): It belongs to Auto Scaling group web",
                        "db (" + foreign + "): Not a lab instance: it has no tag lab. The janitor",
                        UNKNOWN + ": there is no such lab instance in us-east-1");
        assertThat(lab.isAlive(idle)).isFalse();
        for (String id : new String[] {kept, odd, guarded, web, foreign}) {
            assertThat(lab.isAlive(id)).isTrue();
        }
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    void whereAllAreRefusedNobodyIsAsked() {
        String kept = lab.idle("thesis", seed -> seed.tag("lab:keep", "true"));

        Ran ran =
                lab.shell()
                        .typing(SmallLab.ACCOUNT)
                        .run("terminate", kept, "--reason", "term ends");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).contains("Refused · 1 instance").doesNotContain("Type the account");
        assertThat(ran.err()).contains("Nothing was terminated.");
        assertThat(lab.isAlive(kept)).isTrue();
    }

    @Test
    void theBudgetHolds() {
        String ana = lab.idle("jupyter-ana");
        String bob = lab.idle("jupyter-bob");

        Ran ran =
                lab.shell()
                        .typing(SmallLab.ACCOUNT)
                        .run("terminate", ana, bob, "--reason", "term ends", "--budget-count", "1");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(flat(ran.out()))
                .contains(
                        "Refused · 1 instance",
                        "over this run's budget of 1 instances",
                        "--budget-count and --budget-percent");
        assertThat(lab.isAlive(ana) != lab.isAlive(bob)).isTrue();
    }

    @Test
    void aScriptNamesEverything() throws IOException {
        String idle = lab.idle("jupyter-ana");

        Ran ran =
                lab.shell()
                        .run(
                                "terminate",
                                idle,
                                "--reason=term ends",
                                "--account=" + SmallLab.ACCOUNT,
                                "--yes",
                                "--json");

        assertThat(ran.exitCode()).isZero();
        assertThat(JSON.std.mapFrom(ran.out())).containsEntry("mode", "clean");
        assertThat(lab.isAlive(idle)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2, 'no ids are given, and nobody is there to choose'",
        "'i-0123456789abcdef0', 1, 'terminate asks before it removes'",
        "'--yes', 2, '--yes needs ids'",
        "'i-0123456789abcdef0 --yes', 2, '--yes needs --account ID'",
        "'i-0123456789abcdef0 --yes --account=111122223333', 2, '--yes needs --reason TEXT'",
        "'jupyter-ana', 2, '\"jupyter-ana\" is no instance id'",
        "'i-0123456789abcdef0 --idle', 2, 'ids cannot stand beside --idle'"
    })
    void whatAScriptForgotIsNamed(String words, int exitCode, String message) {
        Ran ran = lab.shell().run(("terminate " + words).strip().split(" "));

        assertThat(ran.exitCode()).isEqualTo(exitCode);
        assertThat(flat(ran.err())).contains(message);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void anotherAccountIsRefused() {
        String idle = lab.idle("jupyter-ana");

        Ran ran =
                lab.shell()
                        .run(
                                "terminate",
                                idle,
                                "--reason=x",
                                "--account=" + SmallLab.OTHER_ACCOUNT,
                                "--yes");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains(SmallLab.OTHER_ACCOUNT);
        assertThat(lab.isAlive(idle)).isTrue();
    }
}
