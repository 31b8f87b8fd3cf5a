package org.labjanitor.core.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.labjanitor.core.login.Login;
import org.labjanitor.core.policy.IdleRule;

/**
 * The rhythm rule told once more, as slowly and plainly as possible: every slot is looked at alone,
 * and every way in which the holes can turn out is tried.
 */
final class NaiveRhythm {
    private final IdleRule.Rhythm rule;
    private final Truth truth;
    private final int begin;
    private final int end;
    private final boolean[] use;
    private final List<Integer> holes = new ArrayList<>();
    private int expected;
    private int present;

    NaiveRhythm(IdleRule.Rhythm rule, Truth truth) {
        this.rule = rule;
        this.truth = truth;
        this.end = truth.slot(Truth.NOW.minusSeconds(15 * 60));
        int first = end - rule.lookbackDays() * 288;
        this.begin = first - Math.floorMod(first, 12);
        this.use = new boolean[end];
        for (int slot = begin; slot < end; slot++) {
            look(slot);
        }
    }

    /** Name of the reason, or of the verdict where it is not Keep. */
    String verdict() {
        String withoutConnect = weigh();
        if (!withoutConnect.equals("IDLE")) {
            return withoutConnect;
        }
        for (int slot = begin; slot < end; slot++) {
            use[slot] |= loggedIn(truth.connects, slot);
        }
        return weigh();
    }

    /** The last certain use of any kind; a slot before the window where there is none. */
    int lastUse() {
        int slot = end - 1;
        while (slot >= begin && !use[slot] && !loggedIn(truth.connects, slot)) {
            slot--;
        }
        return slot;
    }

    private String weigh() {
        List<Integer> possible = holes.stream().filter(slot -> !use[slot]).toList();
        boolean always = true;
        boolean never = true;
        boolean recent = true;
        for (int world = 0; world < 1 << possible.size(); world++) {
            boolean[] uses = use.clone();
            for (int index = 0; index < possible.size(); index++) {
                uses[possible.get(index)] |= (world >> index & 1) == 1;
            }
            int quiet = quiet(uses);
            boolean idle =
                    quiet >= rule.quietHours() * 12 && quiet >= rule.gapFactor() * pause(uses);
            always &= idle;
            never &= !idle;
            recent &= quiet < rule.quietHours() * 12;
        }
        if (recent) {
            return "IN_USE";
        }
        if (present * 100 < expected * rule.coveragePercent()) {
            return "MISSING_DATA";
        }
        return always ? "IDLE" : never ? "RHYTHM" : "MISSING_DATA";
    }

    private int quiet(boolean[] uses) {
        int slot = end;
        while (slot > begin && !uses[slot - 1]) {
            slot--;
        }
        return end - slot;
    }

    private int pause(boolean[] uses) {
        int longest = 0;
        int last = -1;
        for (int slot = begin; slot < end; slot++) {
            if (uses[slot]) {
                longest = last < 0 ? longest : Math.max(longest, slot - last - 1);
                last = slot;
            }
        }
        return longest;
    }

    private void look(int slot) {
        Instant time = truth.time(slot);
        boolean seen = !Double.isNaN(truth.cpu[slot]);
        if (!time.isBefore(truth.lastStart.plusSeconds(600))) {
            expected++;
            present += seen ? 1 : 0;
            if (!seen) {
                holes.add(slot);
            }
        }
        use[slot] =
                (seen && truth.cpu[slot] >= rule.cpuPercent())
                        || truth.slot(truth.lastStart) == slot
                        || truth.slot(truth.firstLaunch) == slot
                        || loggedIn(truth.sessions, slot)
                        || busyNetwork(slot / 12);
    }

    private boolean loggedIn(List<Login> logins, int slot) {
        Instant from = truth.time(slot);
        Instant to = truth.time(slot + 1);
        for (Login login : logins) {
            boolean began = login.from().isBefore(to) || slot == end - 1;
            boolean point = login.from().equals(login.to());
            boolean lasts =
                    login.to() == null
                            || (point ? !login.to().isBefore(from) : login.to().isAfter(from));
            if (began && lasts) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether some hour reaches the daily limit only with the hours after it, and so may be a use.
     */
    boolean hasTrafficInDoubt() {
        for (int hour = begin / 12; hour <= (end - 1) / 12; hour++) {
            if (!busyNetwork(hour) && busyWithLaterHours(hour)) {
                return true;
            }
        }
        return false;
    }

    private boolean busyNetwork(int hour) {
        return traffic(hour) >= limit() / 24 && sum(hour - 23, hour) >= limit();
    }

    private boolean busyWithLaterHours(int hour) {
        for (int run = hour - 23; run <= Math.min(hour, (end - 1) / 12 - 23); run++) {
            if (traffic(hour) >= limit() / 24 && sum(run, run + 23) >= limit()) {
                return true;
            }
        }
        return false;
    }

    private double limit() {
        return rule.networkMegabytesPerDay() * 1_000_000;
    }

    private double sum(int first, int last) {
        double sum = 0;
        for (int hour = Math.max(begin / 12, first); hour <= last; hour++) {
            sum += traffic(hour);
        }
        return sum;
    }

    private double traffic(int hour) {
        return truth.networkIn[hour] + truth.networkOut[hour];
    }
}
