package org.labjanitor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.cli.shell.Shell;
import org.labjanitor.cli.shell.Shell.Ran;

class UsageTest {
    private final Shell shell = Shell.offline();

    @Test
    void withoutACommandTheHelpIsShown() {
        Ran ran = shell.run();

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("janitor demo", "Exit codes", "Credentials and Region");
        assertThat(ran.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "demo --help",
                "report --help",
                "report instances --help",
                "report buckets --help",
                "instances --help",
                "explain --help",
                "terminate --help",
                "clean --help",
                "clean instances --help",
                "clean buckets --help",
                "empty --help",
                "buckets --help",
                "mb --help",
                "rb --help",
                "upload --help",
                "keep --help",
                "extend --help",
                "history --help",
                "simulate --help",
                "completion --help"
            })
    void everyCommandHasHelpThatFitsTheTerminal(String words) {
        Ran ran = shell.run(words.split(" ", -1));

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("Usage: janitor").doesNotContain("%n", "@|", "\u001b");
        assertThat(ran.out().lines()).allMatch(line -> line.length() <= 120);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report instances",
                "clean instances",
                "report buckets",
                "clean buckets",
                "instances",
                "explain",
                "empty"
            })
    void theHelpOfARunNamesItsExitCodesAndCredentials(String words) {
        String help = shell.run((words + " --help").split(" ", -1)).out();

        assertThat(help)
                .containsPattern(
                        "(?s)  0 +(complete|the bucket is gone).*  1 +failed or refused.*  2 +usage.*  3 +partial")
                .contains("AWS_PROFILE", "Examples", "Permissions");
    }

    @Test
    void theVersionIsTheOneThatWasBuilt() {
        Ran ran = shell.run("--version");

        assertThat(ran.out()).matches("(?s)janitor \\d+\\.\\d+\\.\\d+.*Java \\d+.*");
    }

    @Test
    void aMisspeltCommandIsRecognised() {
        Ran ran = shell.run("reprot");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("reprot", "Did you mean: ", "report", "See: janitor --help");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void aGroupNeedsToKnowWhatItIsAbout() {
        Ran ran = shell.run("report");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err())
                .contains("say what to report: instances, buckets", "janitor report --help");
    }

    @Test
    void anUnknownOptionNamesItself() {
        Ran ran = shell.run("report", "instances", "--regoin", "us-east-1");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--regoin", "--region");
    }

    @Test
    void coloursAreThereWhenTheyAreAskedFor() {
        assertThat(shell.run("--help").out()).doesNotContain("\u001b[");
        assertThat(shell.run("report", "--color").err()).contains("\u001b[");
    }

    @Test
    void theCompletionScriptKnowsTheCommands() {
        Ran ran = shell.run("completion");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains(
                        "complete -F",
                        "instances",
                        "--budget-count",
                        "buckets",
                        "--any-bucket",
                        "--ttl",
                        "--until");
    }

    @Test
    void aLabWillNotOpenAtAnImpossiblePlaceOrTime() {
        assertThat(shell.run("simulate", "--port", "70000"))
                .isEqualTo(new Ran(2, "", "janitor: --port is 70000, but must be 0 to 65535\n"));
        assertThat(shell.run("simulate", "--now", "noon").err())
                .contains("--now is \"noon\", but must be a time such as 2026-11-22T18:00:00Z");
    }
}
