package org.labjanitor.instances.evidence;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.labjanitor.core.judge.InstanceEvidence;
import org.labjanitor.core.login.Login;
import org.labjanitor.core.login.LoginAnswer;
import org.labjanitor.core.login.LoginSource;
import org.labjanitor.runtime.result.LastLogin;

/** Finds the latest login in what a verdict asked for anyway. */
final class LoginHistories {
    private LoginHistories() {}

    static Optional<LastLogin> latest(InstanceEvidence evidence) {
        return Stream.of(LoginSource.values())
                .flatMap(source -> evidence.logins(source).stream())
                .filter(LoginAnswer.Complete.class::isInstance)
                .flatMap(answer -> ((LoginAnswer.Complete) answer).logins().stream())
                .max(Comparator.comparing(LoginHistories::lasted).thenComparing(Login::from))
                .map(LoginHistories::shown);
    }

    private static Instant lasted(Login login) {
        return Objects.requireNonNullElse(login.to(), Instant.MAX);
    }

    private static LastLogin shown(Login login) {
        return new LastLogin(
                login.who(),
                Objects.requireNonNullElse(login.to(), login.from()),
                login.to() == null,
                login.source().displayName());
    }
}
