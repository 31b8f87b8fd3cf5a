package org.labjanitor.buckets.emptying.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

/** The pace against servers of different limits, in time that is counted and not waited for. */
class PaceTest {
    private static final long MILLI = 1_000_000;
    private static final double SECOND = 1e9;

    private record Answer(long sent, long back, int keys, boolean refused) {}

    /**
     * A server with an allowance of keys a second, that refuses a request it has too little for.
     */
    private static final class Server {
        private final double perSecond;
        private final double burst;
        private final long latency;
        private double tokens;
        private long filled;

        Server(double perSecond, double burst, long latency) {
            this.perSecond = perSecond;
            this.burst = burst;
            this.latency = latency;
            this.tokens = burst;
        }

        Answer send(long now, int keys) {
            tokens = Math.min(burst, tokens + (now - filled) / SECOND * perSecond);
            filled = now;
            boolean refused = tokens < keys;
            tokens -= refused ? 0 : keys;
            return new Answer(now, now + latency, keys, refused);
        }
    }

    private static final class Run {
        private final Pace pace = new Pace();
        private final PriorityQueue<Answer> underWay =
                new PriorityQueue<>(Comparator.comparingLong(Answer::back));
        private long now;
        private long inVain;
        private long delivered;
        private long inFlight;
        private long mostInFlightBeforeProven;

        Run(Server server, long keys) {
            long left = keys;
            while (delivered < keys) {
                int room = (int) Math.min(left, pace.room(now));
                if (room > 0) {
                    left -= room;
                    inFlight += room;
                    pace.sent(now, room);
                    underWay.add(server.send(now, room));
                } else {
                    left += hear();
                }
                if (delivered < 5_000) {
                    mostInFlightBeforeProven = Math.max(mostInFlightBeforeProven, inFlight);
                }
            }
        }

        /** Waits for the next answer or for room; returns the keys that come again. */
        private int hear() {
            Answer answer = underWay.peek();
            long wait = pace.untilRoom(now);
            if (answer == null || (wait > 0 && now + wait < answer.back())) {
                now += Math.max(wait, 1);
                return 0;
            }
            underWay.remove();
            now = Math.max(now, answer.back());
            inFlight -= answer.keys();
            pace.returned(now, answer.sent(), answer.keys());
            if (answer.refused()) {
                inVain += answer.keys();
                pace.refused(now, answer.sent());
                return answer.keys();
            }
            delivered += answer.keys();
            pace.delivered(answer.keys());
            return 0;
        }

        double seconds() {
            return now / SECOND;
        }
    }

    @Test
    void theDocumentedLimitIsReachedWithinTenPercentAndTwoPercentInVain() {
        Run run = new Run(new Server(3_500, 3_500, 60 * MILLI), 105_000);

        assertThat(run.seconds()).isLessThan(32);
        assertThat(run.inVain).isLessThan(2_100);
    }

    @Test
    void aLongRunStaysAtTheLimit() {
        Run run = new Run(new Server(3_500, 3_500, 60 * MILLI), 1_000_000);

        assertThat(run.seconds()).isLessThan(1_000_000 / 3_500.0 * 1.1);
        assertThat(run.inVain).isLessThan(20_000);
    }

    @Test
    void aSmallerLimitIsFound() {
        Run run = new Run(new Server(800, 800, 60 * MILLI), 80_000);

        assertThat(run.seconds()).isLessThan(80_000 / 800.0 * 1.2);
        assertThat(run.inVain).isLessThan(80_000 / 25);
    }

    @Test
    void aLargerLimitIsFound() {
        Run run = new Run(new Server(20_000, 20_000, 60 * MILLI), 1_000_000);

        assertThat(run.seconds()).isLessThan(1_000_000 / 20_000.0 * 1.35);
        assertThat(run.inVain).isLessThan(60_000);
    }

    @Test
    void withoutALimitItDoublesUntilEverythingIsInFlight() {
        Run run = new Run(new Server(1e12, 1e12, 150 * MILLI), 200_000);

        assertThat(run.seconds()).isLessThan(1.9);
        assertThat(run.inVain).isZero();
    }

    @Test
    void fewKeysAreAtStakeUntilTheDocumentedBurstIsBehind() {
        Run near = new Run(new Server(1e12, 1e12, 60 * MILLI), 20_000);
        Run far = new Run(new Server(1e12, 1e12, 400 * MILLI), 20_000);

        assertThat(near.mostInFlightBeforeProven).isLessThanOrEqualTo(1_000);
        assertThat(far.mostInFlightBeforeProven).isLessThanOrEqualTo(2_500);
    }

    @Test
    void afterAFailureHalfAsMuchIsInFlight() {
        Pace pace = new Pace();
        pace.sent(0, 1000);
        pace.returned(MILLI / 2, 0, 1000);
        pace.delivered(63_000);
        long before = pace.appetite(1);

        pace.stumbled(MILLI, 1);

        assertThat(pace.appetite(MILLI)).isEqualTo(before / 2);
    }
}
