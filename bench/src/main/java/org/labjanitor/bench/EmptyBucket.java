package org.labjanitor.bench;

import java.time.Duration;
import java.time.InstantSource;
import org.labjanitor.buckets.emptying.BucketEmptier;
import org.labjanitor.buckets.emptying.DeletionBudget;
import org.labjanitor.buckets.emptying.EmptyingEnd;
import org.labjanitor.buckets.emptying.EmptyingListener;
import org.labjanitor.buckets.emptying.EmptyingOrder;
import org.labjanitor.buckets.emptying.EmptyingResult;
import org.labjanitor.buckets.emptying.StopSignal;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;

/**
 * Empties a bucket of whatever server the environment names, without a look at its account and its
 * protections: servers other than AWS have neither.
 */
public final class EmptyBucket {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private EmptyBucket() {}

    /**
     * Empties the bucket that the first argument names and the second owns, by the server's word
     * for owners; exits with 0 if it ends empty.
     */
    public static void main(String[] arguments) {
        InstantSource clock = InstantSource.system();
        AwsConnection connection = AwsConnection.fromEnvironment(System.getenv());
        try (AwsClients clients = new AwsClients(connection)) {
            EmptyingResult result =
                    new BucketEmptier(clients, clock, Pause.real())
                            .empty(
                                    new EmptyingOrder(
                                            arguments[0],
                                            connection.homeRegion(),
                                            arguments[1],
                                            false),
                                    DeletionBudget.unlimited(),
                                    TimeBudget.of(LONGEST, clock),
                                    new StopSignal(),
                                    EmptyingListener.silent());
            System.out.println(result);
            if (result.end() != EmptyingEnd.EMPTY) {
                System.exit(1);
            }
        }
    }
}
