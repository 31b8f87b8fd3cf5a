package org.labjanitor.buckets.emptying;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.time.TimeBudget;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.Versioning;
import org.labjanitor.simulator.s3.object.ObjectSpace;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A lab with a bucket that is going to be emptied; waiting turns the lab's clock. */
final class Emptied implements AutoCloseable {
    static final String REGION = "us-east-1";
    static final String NAME = "lab-bucket";

    final Lab lab = Lab.start();
    final Bucket bucket;
    final AwsClients clients;
    final StopSignal stop = new StopSignal();
    final List<EmptyingProgress> progress = Collections.synchronizedList(new ArrayList<>());
    DeletionBudget budget = DeletionBudget.unlimited();
    Duration time = Duration.ofHours(1);
    EmptyingListener listener = (_, now) -> progress.add(now);

    Emptied(Versioning versioning) {
        bucket = lab.account(Lab.DEFAULT_ACCOUNT).region(REGION).buckets().create(NAME);
        if (versioning != Versioning.NEVER) {
            bucket.versioning(versioning);
        }
        clients =
                new AwsClients(
                        new AwsConnection(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                lab.accessKey(Lab.DEFAULT_ACCOUNT), "secret")),
                                REGION,
                                lab.endpoint()));
    }

    static Emptied plain() {
        return new Emptied(Versioning.NEVER);
    }

    static Emptied versioned() {
        return new Emptied(Versioning.ENABLED);
    }

    ObjectSpace objects() {
        return bucket.objects();
    }

    EmptyingResult empty() {
        return empty(NAME, bucket.versioning() != Versioning.NEVER);
    }

    EmptyingResult empty(String name, boolean versioned) {
        BucketEmptier emptier =
                new BucketEmptier(clients, lab.clock(), length -> lab.clock().advance(length));
        return emptier.empty(
                new EmptyingOrder(name, REGION, Lab.DEFAULT_ACCOUNT, versioned),
                budget,
                TimeBudget.of(time, lab.clock()),
                stop,
                listener);
    }

    long calls(String operation) {
        return clients.calls().snapshot().getOrDefault("S3:" + operation, 0L);
    }

    @Override
    public void close() {
        clients.close();
        lab.close();
    }
}
