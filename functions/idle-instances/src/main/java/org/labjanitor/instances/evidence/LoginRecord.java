package org.labjanitor.instances.evidence;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.login.Login;
import org.labjanitor.core.login.LoginSource;

/**
 * Reads what {@link LoginScript} printed, and believes none of it that it does not understand:
 * whoever is root on a machine can make it say anything.
 */
final class LoginRecord {
    private static final String TIME = "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ)";
    private static final String WHO = "([A-Za-z0-9_][A-Za-z0-9_.@$+\\\\-]{0,63})";
    private static final Pattern BEGINS = Pattern.compile("begins " + TIME);
    private static final Pattern OPEN = Pattern.compile("open " + WHO);
    private static final Pattern LOGIN =
            Pattern.compile(
                    "login "
                            + WHO
                            + " at "
                            + TIME
                            + "(?: (still logged in)| (gone - no logout)| - "
                            + TIME
                            + " \\(.{1,16}\\)| - (?:down|crash) \\((?:(\\d{1,4})\\+)?(\\d\\d):(\\d\\d)\\))");

    /** Between a launch and the first record on a machine; booting takes a while. */
    private static final Duration BOOT = Duration.ofHours(1);

    private final Instant since;
    private final Instant launch;
    private final Instant now;

    /**
     * A reader for one machine.
     *
     * @param since logins that ended before are left out
     * @param launch first launch; the record has to reach back to here or to {@code since}
     * @param now when a session that is still open is known to be
     */
    LoginRecord(Instant since, Instant launch, Instant now) {
        this.since = since;
        this.launch = launch;
        this.now = now;
    }

    /**
     * The logins on record.
     *
     * @throws UnreadableLoginException if the record is not whole, does not reach back far enough,
     *     or holds a line that is not understood
     */
    List<Login> read(String text) {
        List<String> lines = text.lines().toList();
        requireWhole(lines);
        List<Login> logins = new ArrayList<>();
        Instant begin = Instant.MAX;
        for (int index = 1; index < lines.size() - 1; index++) {
            Matcher begins = BEGINS.matcher(lines.get(index));
            if (begins.matches()) {
                Instant at = time(begins.group(1), index);
                begin = at.isBefore(begin) ? at : begin;
            } else {
                logins.add(login(lines.get(index), index));
            }
        }
        requireReach(begin);
        return logins.stream()
                .filter(login -> login.to() == null || !login.to().isBefore(since))
                .toList();
    }

    private static void requireWhole(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().equals(LoginScript.BEGIN)) {
            throw unreadable("it does not begin as it should");
        }
        switch (lines.getLast()) {
            case "unreadable missing" -> throw unreadable("it has no command last");
            case "unreadable refused" ->
                    throw unreadable("its command last fails, or does not write ISO times");
            case LoginScript.END -> {
                if (lines.contains("more")) {
                    throw unreadable("it holds more than %d logins".formatted(LoginScript.MOST));
                }
            }
            default -> throw unreadable("its end is missing");
        }
    }

    private void requireReach(Instant begin) {
        Instant needed = launch.isAfter(since) ? launch : since;
        if (begin.equals(Instant.MAX)) {
            throw unreadable("it does not say since when it is kept");
        }
        if (begin.isAfter(needed.plus(BOOT))) {
            throw unreadable(
                    "it begins at %s, and logins are needed since %s".formatted(begin, needed));
        }
    }

    private Login login(String line, int index) {
        Matcher open = OPEN.matcher(line);
        if (open.matches()) {
            return new Login(LoginSource.RUN_COMMAND, open.group(1), now, null);
        }
        Matcher login = LOGIN.matcher(line);
        if (!login.matches()) {
            throw notUnderstood(index);
        }
        Instant from = time(login.group(2), index);
        return new Login(LoginSource.RUN_COMMAND, login.group(1), from, end(login, from, index));
    }

    /** A session that ended unseen counts by its begin; a clock that was set back ends none. */
    private static @Nullable Instant end(Matcher login, Instant from, int index) {
        if (login.group(3) != null) {
            return null;
        }
        if (login.group(4) != null) {
            return from;
        }
        if (login.group(5) != null) {
            Instant to = time(login.group(5), index);
            return to.isBefore(from) ? from : to;
        }
        long days = login.group(6) == null ? 0 : Long.parseLong(login.group(6));
        return from.plus(Duration.ofDays(days))
                .plus(Duration.ofHours(Long.parseLong(login.group(7))))
                .plus(Duration.ofMinutes(Long.parseLong(login.group(8))));
    }

    private static Instant time(String text, int index) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new UnreadableLoginException("line %d is not understood".formatted(index + 1), e);
        }
    }

    /** Without the line itself, which may be as long and as hostile as its author likes. */
    private static UnreadableLoginException notUnderstood(int index) {
        return unreadable("line %d is not understood".formatted(index + 1));
    }

    private static UnreadableLoginException unreadable(String what) {
        return new UnreadableLoginException(what, null);
    }
}
