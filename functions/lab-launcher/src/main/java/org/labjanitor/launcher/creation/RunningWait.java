package org.labjanitor.launcher.creation;

import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.waiters.Ec2Waiter;

/**
 * Waits until instances run, with the SDK's waiter, which knows the states that end the wait. Its
 * pauses are ours, so that they pass by the clock that the time budget goes by.
 */
public final class RunningWait {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    /** A look takes time, too. */
    private static final Duration PER_LOOK = BETWEEN_LOOKS.plusSeconds(1);

    private final Ec2Client ec2;
    private final Pause pause;
    private final TimeBudget time;

    public RunningWait(Ec2Client ec2, Pause pause, TimeBudget time) {
        this.ec2 = ec2;
        this.pause = pause;
        this.time = time;
    }

    /**
     * Waits until all run, until one cannot any more, or until the time is used up. How it ended is
     * told by a later look.
     *
     * @param looked is told how often EC2 was asked
     */
    public void await(List<String> ids, IntConsumer looked) {
        int attempts = attempts();
        if (ids.isEmpty() || attempts < 1) {
            return;
        }
        try (Ec2Waiter waiter =
                Ec2Waiter.builder()
                        .client(ec2)
                        .overrideConfiguration(waiting ->
                                waiting.maxAttempts(attempts)
                                        .backoffStrategyV2(attempt -> {
                                            looked.accept(attempt);
                                            return paused();
                                        }))
                        .build()) {
            var _ = waiter.waitUntilInstanceRunning(describe -> describe.instanceIds(ids));
        } catch (SdkException notRunning) {
            // Whoever waits looks at the instances afterwards, and says in which state they are.
            return;
        }
    }

    private int attempts() {
        Duration left = time.left().minus(Reserve.FOR_THE_REPORT);
        return left.isNegative() ? 0 : Math.toIntExact(left.dividedBy(PER_LOOK));
    }

    private Duration paused() {
        try {
            pause.of(BETWEEN_LOOKS);
            return Duration.ZERO;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while instances were starting", e);
        }
    }
}
