package org.labjanitor.cli.aws;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time in a simulated account. Its clock can be turned, and metrics, ages and expiry dates
 * there make sense only by that clock; AWS itself, and any endpoint on another machine, has the
 * real time.
 */
public final class SimulatedTime {
    private static final int PATIENCE_MILLIS = 2_000;

    private final InstantSource real;

    public SimulatedTime(InstantSource real) {
        this.real = real;
    }

    /** The clock that goes with the endpoint; null stands for AWS. */
    public InstantSource at(@Nullable URI endpoint) {
        if (endpoint == null || !isThisMachine(endpoint)) {
            return real;
        }
        Optional<Instant> start = now(endpoint);
        return start.isEmpty() ? real : new Followed(endpoint, real, start.get());
    }

    /**
     * Asks the simulator at most once a second and goes by the real clock in between: an emptying
     * looks at the time thousands of times a second.
     */
    private static final class Followed implements InstantSource {
        private static final Duration BETWEEN = Duration.ofSeconds(1);

        private final URI endpoint;
        private final InstantSource real;
        private Instant asked;
        private Instant answered;
        private Instant latest;

        Followed(URI endpoint, InstantSource real, Instant start) {
            this.endpoint = endpoint;
            this.real = real;
            this.asked = real.instant();
            this.answered = start;
            this.latest = start;
        }

        @Override
        public synchronized Instant instant() {
            Instant now = real.instant();
            if (Duration.between(asked, now).abs().compareTo(BETWEEN) >= 0) {
                answered = now(endpoint).orElse(now);
                asked = now;
            }
            Instant guess = answered.plus(Duration.between(asked, now));
            latest = guess.isAfter(latest) ? guess : latest;
            return latest;
        }
    }

    private static boolean isThisMachine(URI endpoint) {
        try {
            return InetAddress.getByName(endpoint.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Empty where something else than the simulator answers, or nothing at all. */
    private static Optional<Instant> now(URI endpoint) {
        try {
            HttpURLConnection call =
                    (HttpURLConnection) endpoint.resolve("/_lab/clock").toURL().openConnection();
            call.setConnectTimeout(PATIENCE_MILLIS);
            call.setReadTimeout(PATIENCE_MILLIS);
            if (call.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return Optional.empty();
            }
            try (InputStream body = call.getInputStream()) {
                Map<String, Object> answer = JSON.std.mapFrom(body);
                return answer.get("now") instanceof String now
                        ? Optional.of(Instant.parse(now))
                        : Optional.empty();
            }
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
