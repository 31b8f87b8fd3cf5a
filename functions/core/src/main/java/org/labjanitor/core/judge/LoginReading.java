package org.labjanitor.core.judge;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.labjanitor.core.login.Login;
import org.labjanitor.core.login.LoginAnswer;
import org.labjanitor.core.login.LoginSource;

/** Logins on the slots of a {@link Window}; a login occupies every slot it touches. */
final class LoginReading {
    private LoginReading() {}

    /** Empty until the source was read in full. */
    static Optional<List<Login>> read(InstanceEvidence evidence, LoginSource source) {
        return evidence.logins(source)
                .filter(LoginAnswer.Complete.class::isInstance)
                .map(answer -> ((LoginAnswer.Complete) answer).logins());
    }

    static void mark(Slots slots, Window window, List<Login> logins) {
        for (Login login : logins) {
            // One that began after the window is newer than any data, and as good as its last slot.
            int first = Math.min(window.slotOf(login.from()), slots.size() - 1);
            slots.mark(first, lastSlot(window, login) + 1, Slots.LOGIN);
        }
    }

    /** The login that reaches furthest into the window. */
    static Optional<Login> latest(Window window, List<Login> logins) {
        return logins.stream()
                .max(
                        Comparator.<Login>comparingInt(login -> lastSlot(window, login))
                                .thenComparing(Login::from));
    }

    static int lastSlot(Window window, Login login) {
        Instant to = login.to();
        if (to == null) {
            return window.slots() - 1;
        }
        Instant last = to.isAfter(login.from()) ? to.minusNanos(1) : to;
        return Math.min(window.slotOf(last), window.slots() - 1);
    }
}
