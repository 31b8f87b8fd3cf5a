package org.labjanitor.instances.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The shell script that tells who was on a machine: what {@code last} of util-linux or wtmpdb reads
 * from the current record and from an older one that was not compressed yet, and the sessions that
 * systemd has open. It changes nothing. Its lines are read by {@link LoginRecord}.
 *
 * <p>SSM replaces double braces by parameters, so that there must be none in it.
 */
final class LoginScript {
    /** First line of every answer. */
    static final String BEGIN = "lab-janitor logins 1";

    /** Last line of an answer that is whole. */
    static final String END = "end";

    /**
     * Most logins in an answer; with names of the usual length they stay below 2,500 characters.
     */
    static final int MOST = 25;

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** Who began earlier and was on for less than a day was gone by {@code since}. */
    private static final Duration SHORT = Duration.ofDays(1);

    private static final String SCRIPT =
            """
            export LC_ALL=C TZ=UTC
            echo 'BEGIN'
            unreadable() {
              echo "unreadable $1"
              exit 0
            }
            command -v last >/dev/null 2>&1 || unreadable missing
            record=$(last -R -w --time-format iso 2>/dev/null) || unreadable refused
            for file in /var/log/wtmp.1 /var/log/wtmp-????????; do
              [ -s "$file" ] || continue
              older=$(last -R -w --time-format iso -f "$file" 2>/dev/null) || unreadable refused
              record="$record
            $older"
            done
            printf '%s\\n' "$record" | awk -v since='SINCE' '
              NF == 0 || $2 == "system" { next }
              { gsub(/[+]00:?00/, "Z") }
              NF == 3 && $2 == "begins" { print "begins " $3; next }
              index($3, "T") != 11 { print "odd"; exit }
              $3 < since && !/still logged in/ && !/[(][0-9]+[+]/ { next }
              ++count > MOST { print "more"; exit }
              { $2 = "at"; print "login " $0 }
            '
            if command -v loginctl >/dev/null 2>&1; then
              for id in $(loginctl list-sessions --no-legend 2>/dev/null | awk '{ print $1 }'); do
                loginctl show-session "$id" -p Name -p Class -p State 2>/dev/null | awk -F= '
                  { value[$1] = $2 }
                  END {
                    if (value["Class"] == "user" && value["State"] != "closing")
                      print "open " value["Name"]
                  }
                '
              done | sort -u | head -n 5
            fi
            echo 'END'
            """;

    private LoginScript() {}

    /** The script that leaves out who was gone before {@code since}. */
    static String since(Instant since) {
        return SCRIPT.replace("'BEGIN'", "'" + BEGIN + "'")
                .replace("'END'", "'" + END + "'")
                .replace("SINCE", SECONDS.format(since.minus(SHORT)))
                .replace("MOST", String.valueOf(MOST));
    }
}
