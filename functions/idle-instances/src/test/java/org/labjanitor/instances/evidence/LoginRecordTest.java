package org.labjanitor.instances.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.core.login.Login;
import org.labjanitor.core.login.LoginSource;

/** What a machine says of its logins, and what of it is believed. */
class LoginRecordTest {
    private static final Instant SINCE = Instant.parse("2026-11-06T10:00:00Z");
    private static final Instant LAUNCH = Instant.parse("2026-11-10T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final String BEGINS = "begins 2026-11-10T10:00:20Z";

    private static List<Login> read(String... lines) {
        String text = LoginScript.BEGIN + "\n" + String.join("\n", lines) + "\n" + LoginScript.END;
        return new LoginRecord(SINCE, LAUNCH, NOW).read(text);
    }

    private static Login login(String who, String from, @Nullable String to) {
        return new Login(
                LoginSource.RUN_COMMAND,
                who,
                Instant.parse(from),
                to == null ? null : Instant.parse(to));
    }

    @ParameterizedTest
    @CsvSource({
        "- 2026-11-13T09:30:00Z (01:30), 2026-11-13T09:30:00Z",
        "- 2026-11-13T07:00:00Z (00:00), 2026-11-13T08:00:00Z",
        "- down (01:30), 2026-11-13T09:30:00Z",
        "- crash (2+01:30), 2026-11-15T09:30:00Z",
        "gone - no logout, 2026-11-13T08:00:00Z",
        "still logged in,",
    })
    void everyWayToLeaveIsUnderstood(String end, @Nullable String to) {
        assertThat(read(BEGINS, "login ec2-user at 2026-11-13T08:00:00Z " + end))
                .containsExactly(login("ec2-user", "2026-11-13T08:00:00Z", to));
    }

    @Test
    void anOpenSessionCountsAsNow() {
        assertThat(read(BEGINS, "open ada"))
                .containsExactly(login("ada", "2026-11-20T10:00:00Z", null));
        assertThat(read(BEGINS, "open LAB\\ada"))
                .containsExactly(login("LAB\\ada", "2026-11-20T10:00:00Z", null));
    }

    @Test
    void whoLeftBeforeTheWindowIsLeftOut() {
        assertThat(
                        read(
                                "begins 2026-11-01T00:00:00Z",
                                "login ada at 2026-11-06T08:00:00Z - 2026-11-06T09:59:59Z (01:59)",
                                "login bob at 2026-11-05T20:00:00Z - 2026-11-06T10:00:00Z (14:00)"))
                .extracting(Login::who)
                .containsExactly("bob");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "more",
                "odd",
                "login ada",
                "login <b>ada</b> at 2026-11-13T08:00:00Z still logged in",
                "login ada at 2026-11-13T08:00:00Z still logged in?",
                "login ada at 2026-13-45T08:00:00Z still logged in",
                "login ada at 2026-11-13T08:00:00Z - crash (99999+00:00)",
                "login ada at 2026-11-13T08:00:00Z",
                "open ada; rm -rf /",
                "begins yesterday",
                "end",
                "lab-janitor logins 1",
            })
    void aLineThatIsNotUnderstoodMakesTheRecordUnreadable(String line) {
        assertThatThrownBy(() -> read(BEGINS, line, BEGINS))
                .isInstanceOf(UnreadableLoginException.class)
                .hasMessageStartingWith("unreadable login record: ")
                .hasMessageNotContainingAny("rm", "<b>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "lab-janitor logins 1",
                "lab-janitor logins 1\nbegins 2026-11-10T10:00:20Z\nlogin ada at 2026-11-1",
                "begins 2026-11-10T10:00:20Z\nend",
                "lab-janitor logins 1\nend",
                "lab-janitor logins 1\nunreadable missing",
                "lab-janitor logins 1\nunreadable refused",
            })
    void anAnswerThatIsNotWholeIsUnreadable(String text) {
        assertThatThrownBy(() -> new LoginRecord(SINCE, LAUNCH, NOW).read(text))
                .isInstanceOf(UnreadableLoginException.class);
    }

    @Test
    void aRecordThatBeginsTooLateIsUnreadable() {
        assertThat(read("begins 2026-11-10T10:59:00Z")).isEmpty();
        assertThatThrownBy(() -> read("begins 2026-11-10T11:00:01Z"))
                .hasMessageContaining(
                        "it begins at 2026-11-10T11:00:01Z, and logins are needed since"
                                + " 2026-11-10T10:00:00Z");
        assertThat(read("begins 2026-11-12T00:00:00Z", "begins 2026-11-10T10:00:00Z")).isEmpty();
        Instant longAgo = Instant.parse("2026-01-01T00:00:00Z");
        String text = LoginScript.BEGIN + "\nbegins 2026-11-06T10:30:00Z\n" + LoginScript.END;
        assertThat(new LoginRecord(SINCE, longAgo, NOW).read(text)).isEmpty();
    }
}
