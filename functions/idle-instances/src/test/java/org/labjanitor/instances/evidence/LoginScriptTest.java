package org.labjanitor.instances.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labjanitor.core.login.Login;

/** The script as a shell runs it, on a machine whose commands say what a test lets them say. */
class LoginScriptTest {
    private static final Instant SINCE = Instant.parse("2026-11-06T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    /** As util-linux 2.38 writes it with {@code -R -w --time-format iso}. */
    private static final List<String> LAST =
            List.of(
                    "root     tty1         2026-11-17T09:00:00+00:00   still logged in",
                    "ghost    pts/1        2026-11-16T09:00:00+00:00   gone - no logout",
                    "reboot   system boot  2026-11-16T08:00:00+00:00   still running",
                    "a-rather-long-name pts/1        2026-11-15T09:00:00+00:00 - crash                      (23:00)",
                    "bob      pts/1        2026-11-12T09:00:00+00:00 - down                      (2+01:00)",
                    "ada      pts/0        2026-11-10T09:00:00+00:00 - 2026-11-10T10:30:00+00:00  (01:30)",
                    "gone     pts/0        2026-11-04T09:00:00+00:00 - 2026-11-04T10:30:00+00:00  (01:30)",
                    "reboot   system boot  2026-11-01T08:00:00+00:00 - 2026-11-14T10:00:00+00:00 (13+02:00)",
                    "",
                    "wtmp begins 2026-11-01T08:00:00+00:00");

    @TempDir Path bin;

    private void command(String name, String script) throws IOException {
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void last(List<String> lines) throws IOException {
        command(
                "last",
                "case \"$*\" in *\" -f \"*) exit 0 ;; esac\ncat <<'LAST'\n"
                        + String.join("\n", lines)
                        + "\nLAST");
    }

    private void openSessions(String names) throws IOException {
        command(
                "loginctl",
                """
                case "$1" in
                  list-sessions) for id in NAMES; do echo " $id 1000 $id seat0"; done ;;
                  *) echo "Name=$2"; echo "State=$([ "$2" = eve ] && echo closing || echo online)"
                     echo "Class=$([ "$2" = gdm ] && echo greeter || echo user)" ;;
                esac
                """
                        .replace("NAMES", names));
    }

    /** Runs it with the test's commands before the system's own. */
    private String run() throws IOException, InterruptedException {
        ProcessBuilder shell =
                new ProcessBuilder("/bin/sh", "-c", LoginScript.since(SINCE))
                        .redirectErrorStream(true);
        shell.environment().merge("PATH", bin + ":", (path, own) -> own + path);
        Process process = shell.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }

    private static List<Login> read(String output) {
        return new LoginRecord(SINCE, Instant.MIN, NOW).read(output);
    }

    @Test
    void whatLastWritesIsReadBack() throws IOException, InterruptedException {
        last(LAST);
        openSessions("");

        assertThat(read(run()))
                .extracting(login -> login.who() + " " + login.from() + " " + login.to())
                .containsExactly(
                        "root 2026-11-17T09:00:00Z null",
                        "ghost 2026-11-16T09:00:00Z 2026-11-16T09:00:00Z",
                        "a-rather-long-name 2026-11-15T09:00:00Z 2026-11-16T08:00:00Z",
                        "bob 2026-11-12T09:00:00Z 2026-11-14T10:00:00Z",
                        "ada 2026-11-10T09:00:00Z 2026-11-10T10:30:00Z");
    }

    @Test
    void openSessionsOfPeopleAreTold() throws IOException, InterruptedException {
        last(List.of("wtmp begins 2026-11-01T08:00:00+00:00"));
        openSessions("ada gdm eve");

        assertThat(read(run())).extracting(Login::who).containsExactly("ada");
    }

    @Test
    void aMachineWhoseLastFailsSaysSo() throws IOException, InterruptedException {
        command("last", "echo 'last: unrecognized option' >&2; exit 1");

        String output = run();

        assertThat(output).isEqualTo("lab-janitor logins 1\nunreadable refused\n");
        assertThatThrownBy(() -> read(output)).hasMessageContaining("does not write ISO times");
    }

    @Test
    void anotherFormatIsNotTakenForNobody() throws IOException, InterruptedException {
        last(List.of("ada  pts/0  Fri Nov 13 08:00   still logged in", "", LAST.getLast()));
        openSessions("");

        String output = run();

        assertThatThrownBy(() -> read(output)).isInstanceOf(UnreadableLoginException.class);
    }

    @Test
    void moreLoginsThanAnAnswerHoldsAreNotTakenForFew() throws IOException, InterruptedException {
        last(Collections.nCopies(LoginScript.MOST + 1, LAST.get(5)));
        openSessions("");

        String output = run();

        assertThat(output.length()).isLessThan(2_500);
        assertThatThrownBy(() -> read(output)).hasMessageContaining("more than 25 logins");
    }

    @Test
    void ssmFindsNothingInItToReplace() {
        assertThat(LoginScript.since(SINCE)).doesNotContain("{{", "}}");
    }
}
