package org.labjanitor.core.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.labjanitor.core.login.Login;
import org.labjanitor.core.login.LoginAnswer;
import org.labjanitor.core.login.LoginSource;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.core.time.Minutes;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.Verdict;

/**
 * What the rules share about logins: which source is asked when, and what its silence means. The
 * session history is asked with the metrics. CloudTrail, the slowest, is asked last, and only about
 * instances that everything else calls idle, and the machine itself after that; they can only save
 * it. Does nothing where neither logins are required nor the machines are to be asked.
 */
final class LoginGate {
    private final boolean required;
    private final List<List<LoginSource>> late;

    LoginGate(InstancePolicy policy) {
        this.required = policy.loginsRequired();
        this.late =
                Stream.of(
                                required ? LoginSource.ofCloudTrail() : List.<LoginSource>of(),
                                policy.askMachines()
                                        ? List.of(LoginSource.RUN_COMMAND)
                                        : List.<LoginSource>of())
                        .filter(sources -> !sources.isEmpty())
                        .toList();
    }

    /**
     * Those to ask last and one after the other, each only about instances that all before it call
     * idle. The sources of one entry are asked together.
     */
    List<List<LoginSource>> late() {
        return late;
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
        return required
                ? unanswered(List.of(LoginSource.SESSION_MANAGER), evidence, window)
                : List.of();
    }

    /** The sessions of the history. */
    List<Login> sessionLogins(InstanceEvidence evidence) {
        return required ? read(List.of(LoginSource.SESSION_MANAGER), evidence) : List.of();
    }

    Optional<Login> latestSession(InstanceEvidence evidence, Window window) {
        return latest(sessionLogins(evidence), window);
    }

    /** The questions for late sources, then Unknown where one could not be had; else empty. */
    Optional<Judgement> ask(List<LoginSource> sources, InstanceEvidence evidence, Window window) {
        List<Question> questions = unanswered(sources, evidence, window);
        if (!questions.isEmpty()) {
            return Optional.of(new Judgement.Asks(questions));
        }
        return sources.stream()
                .flatMap(source -> Answers.loginOutage(evidence, source).stream())
                .findFirst()
                .map(Judgement.Decided::new);
    }

    /** The end of a rule for which any login is a use, however long ago. */
    Judgement last(InstanceEvidence evidence, Window window, Verdict idle) {
        for (List<LoginSource> sources : late) {
            Optional<Judgement> open = ask(sources, evidence, window);
            if (open.isPresent()) {
                return open.get();
            }
            Optional<Login> login = latest(read(sources, evidence), window);
            if (login.isPresent()) {
                return new Judgement.Decided(inUse(login.get()));
            }
        }
        return new Judgement.Decided(noted(idle, evidence, window));
    }

    /** A removable's explanation with what every source saw, and what it cannot see. */
    Verdict noted(Verdict verdict, InstanceEvidence evidence, Window window) {
        if (!(verdict instanceof Verdict.Removable(var reason, Explanation explanation))) {
            return verdict;
        }
        List<Fact> facts = new ArrayList<>(explanation.facts());
        if (required) {
            facts.add(seen(LoginSource.SESSION_MANAGER, evidence, window));
        }
        late.stream()
                .flatMap(List::stream)
                .forEach(source -> facts.add(seen(source, evidence, window)));
        return new Verdict.Removable(reason, new Explanation(explanation.sentence(), facts));
    }

    private static Fact seen(LoginSource source, InstanceEvidence evidence, Window window) {
        String name = "logins by " + source.displayName();
        if (evidence.logins(source).orElse(null)
                instanceof LoginAnswer.NotAsked(LoginSource _, String why)) {
            return new Fact(name, why, source.sight(), null);
        }
        Instant since = Inquiry.logins(source, window).since();
        return LoginReading.latest(window, read(List.of(source), evidence))
                .map(login ->
                        new Fact(name, "last of " + login.who(), source.sight(), login.from()))
                .orElseGet(() ->
                        new Fact(name, "none since " + Minutes.utc(since), source.sight(), null));
    }

    private List<Question> unanswered(
            List<LoginSource> sources, InstanceEvidence evidence, Window window) {
        return sources.stream()
                .filter(source -> evidence.logins(source).isEmpty())
                .<Question>map(source -> Inquiry.logins(source, window))
                .toList();
    }

    /** The logins that the sources know. */
    static List<Login> read(List<LoginSource> sources, InstanceEvidence evidence) {
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
