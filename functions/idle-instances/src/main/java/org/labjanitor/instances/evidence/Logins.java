package org.labjanitor.instances.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.labjanitor.core.login.Login;
import org.labjanitor.core.login.LoginAnswer;
import org.labjanitor.core.login.LoginAnswer.Complete;
import org.labjanitor.core.login.LoginAnswer.Unavailable;
import org.labjanitor.core.login.LoginSource;
import org.labjanitor.runtime.aws.AwsFailure;
import software.amazon.awssdk.core.exception.SdkException;

/** The logins of one Region, each record read once and shared by all its instances. */
final class Logins {
    private final List<LoginReader> readers;
    private final String region;
    private final Map<Asked, Read> read = new ConcurrentHashMap<>();

    Logins(List<LoginReader> readers, String region) {
        this.readers = List.copyOf(readers);
        this.region = region;
    }

    LoginAnswer answer(String instanceId, LoginSource source, Instant since) {
        return switch (read.computeIfAbsent(new Asked(reader(source), since), this::read)) {
            case Everything(Map<String, List<Login>> logins) ->
                    new Complete(
                            source,
                            logins.getOrDefault(instanceId, List.of()).stream()
                                    .filter(login -> login.source() == source)
                                    .toList());
            case Nothing(String why) -> new Unavailable(source, why);
        };
    }

    private Read read(Asked asked) {
        LoginReader reader = asked.reader();
        try {
            return new Everything(reader.read(asked.since()));
        } catch (SdkException e) {
            return new Nothing(AwsFailure.of(reader.call() + " in " + region, e).message());
        } catch (UnreadableLoginException e) {
            return new Nothing(reader.call() + " in " + region + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Nothing(reader.call() + " in " + region + ": the run was interrupted");
        }
    }

    private LoginReader reader(LoginSource source) {
        return readers.stream()
                .filter(reader -> reader.sources().contains(source))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no reader for " + source));
    }

    private record Asked(LoginReader reader, Instant since) {}

    private sealed interface Read {}

    private record Everything(Map<String, List<Login>> logins) implements Read {}

    private record Nothing(String why) implements Read {}
}
