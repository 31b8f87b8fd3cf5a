package org.labjanitor.core.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labjanitor.core.login.Login;
import org.labjanitor.core.login.LoginSource;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.Verdict;

/**
 * What the rules share about logins: which source is asked when, and what its silence means. The
 * session history is asked with the metrics. CloudTrail, the slowest, is asked last, and only about
 * instances that everything else calls idle; it can only save them. Does nothing where logins are
 * not required.
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
        return unanswered(List.of(LoginSource.SESSION_MANAGER), evidence, window);
    }

    /** The sessions of the history. */
    List<Login> sessionLogins(InstanceEvidence evidence) {
        return required ? read(List.of(LoginSource.SESSION_MANAGER), evidence) : List.of();
    }

    Optional<Login> latestSession(InstanceEvidence evidence, Window window) {
        return latest(sessionLogins(evidence), window);
    }

    /** The questions for CloudTrail, then Unknown where it could not be had; else empty. */
    Optional<Judgement> askTrail(InstanceEvidence evidence, Window window) {
        List<Question> questions = unanswered(LoginSource.ofCloudTrail(), evidence, window);
        if (!questions.isEmpty()) {
            return Optional.of(new Judgement.Asks(questions));
        }
        return LoginSource.ofCloudTrail().stream()
                .filter(_ -> required)
                .flatMap(source -> Answers.loginOutage(evidence, source).stream())
                .findFirst()
                .map(Judgement.Decided::new);
    }

    /** The logins that CloudTrail knows. */
    List<Login> trailLogins(InstanceEvidence evidence) {
        return required ? read(LoginSource.ofCloudTrail(), evidence) : List.of();
    }

    /** The end of a rule for which any login is a use, however long ago. */
    Judgement last(InstanceEvidence evidence, Window window, Verdict idle) {
        return askTrail(evidence, window)
                .orElseGet(() ->
                        new Judgement.Decided(
                                latest(trailLogins(evidence), window)
                                        .map(LoginGate::inUse)
                                        .orElseGet(() -> noted(idle, evidence, window))));
    }

    /** A removable's explanation with what every source saw, and what it cannot see. */
    Verdict noted(Verdict verdict, InstanceEvidence evidence, Window window) {
        if (!required
                || !(verdict instanceof Verdict.Removable(var reason, Explanation explanation))) {
            return verdict;
        }
        List<Fact> facts = new ArrayList<>(explanation.facts());
        for (LoginSource source : LoginSource.values()) {
            facts.add(seen(source, evidence, window));
        }
        return new Verdict.Removable(reason, new Explanation(explanation.sentence(), facts));
    }

    private static Fact seen(LoginSource source, InstanceEvidence evidence, Window window) {
        String name = "logins by " + source.displayName();
        Instant since = Inquiry.logins(source, window).since();
        return LoginReading.latest(window, read(List.of(source), evidence))
                .map(login ->
                        new Fact(name, "last of " + login.who(), source.sight(), login.from()))
                .orElseGet(() ->
                        new Fact(name, "none since " + Phrases.time(since), source.sight(), null));
    }

    private List<Question> unanswered(
            List<LoginSource> sources, InstanceEvidence evidence, Window window) {
        return sources.stream()
                .filter(source -> required && evidence.logins(source).isEmpty())
                .<Question>map(source -> Inquiry.logins(source, window))
                .toList();
    }

    private static List<Login> read(List<LoginSource> sources, InstanceEvidence evidence) {
        return sources.stream()
                .flatMap(source -> LoginReading.read(evidence, source).stream())
                .flatMap(List::stream)
                .toList();
    }

    private static Verdict inUse(Login login) {
        Fact fact = LastUse.login(login);
        return new Verdict.Keep(KeepReason.IN_USE, Explanation.of(LastUse.sentence(fact), fact));
    }

    private static Optional<Login> latest(List<Login> logins, Window window) {
        List<Login> within =
                logins.stream().filter(login -> reachesInto(login, window.start())).toList();
        return LoginReading.latest(window, within);
    }

    private static boolean reachesInto(Login login, Instant start) {
        Instant to = login.to();
        return to == null || !to.isBefore(start);
    }
}
