package org.labjanitor.core.judge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.labjanitor.core.login.Login;
import org.labjanitor.core.login.LoginSource;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.Verdict;

/**
 * Logins in rules for which any login is a use, however long ago. Does nothing where they are not
 * required.
 */
final class LoginGate {
    private final boolean required;

    LoginGate(boolean required) {
        this.required = required;
    }

    /** Unknown where a metric or the session history could not be had. */
    Optional<Verdict> outage(InstanceEvidence evidence) {
        Optional<Verdict> metrics = Answers.metricOutage(evidence);
        return metrics.isPresent() || !required
                ? metrics
                : Answers.loginOutage(evidence, LoginSource.SESSION_MANAGER);
    }

    /** The question for the session history, unless it was answered. */
    List<Question> sessions(InstanceEvidence evidence, Window window) {
        boolean asked = evidence.logins(LoginSource.SESSION_MANAGER).isPresent();
        return required && !asked
                ? List.of(Inquiry.logins(LoginSource.SESSION_MANAGER, window))
                : List.of();
    }

    Optional<Login> latestSession(InstanceEvidence evidence, Window window) {
        return required ? latest(evidence, LoginSource.SESSION_MANAGER, window) : Optional.empty();
    }

    /**
     * The slowest source is asked last, and only for instances that everything else calls idle; it
     * can only save them.
     */
    Judgement last(InstanceEvidence evidence, Window window, Verdict idle) {
        LoginSource source = LoginSource.INSTANCE_CONNECT;
        if (!required) {
            return new Judgement.Decided(idle);
        }
        if (evidence.logins(source).isEmpty()) {
            return new Judgement.Asks(List.of(Inquiry.logins(source, window)));
        }
        return new Judgement.Decided(
                Answers.loginOutage(evidence, source)
                        .or(() -> latest(evidence, source, window).map(LoginGate::inUse))
                        .orElse(idle));
    }

    private static Verdict inUse(Login login) {
        Fact fact = LastUse.login(login);
        return new Verdict.Keep(KeepReason.IN_USE, Explanation.of(LastUse.sentence(fact), fact));
    }

    private static Optional<Login> latest(
            InstanceEvidence evidence, LoginSource source, Window window) {
        Instant start = window.start();
        List<Login> within =
                LoginReading.read(evidence, source).orElse(List.of()).stream()
                        .filter(login -> reachesInto(login, start))
                        .toList();
        return LoginReading.latest(window, within);
    }

    private static boolean reachesInto(Login login, Instant start) {
        Instant to = login.to();
        return to == null || !to.isBefore(start);
    }
}
