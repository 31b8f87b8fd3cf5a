package org.labjanitor.runtime.requests;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsFailedException;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.requests.FileAnswer.State;
import org.labjanitor.runtime.result.RunRecord;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.TimeBudget;
import org.labjanitor.runtime.trigger.RequestObject;

/**
 * Runs requests that were put into the request bucket under {@code requests/<sweep>/}, each version
 * once ({@link Claims} says how), and writes what came of it under {@code results/<sweep>/}: {@code
 * <name>.result.json}, or {@code <name>.error.json} where the request has faults or its run failed.
 * A request counts as a person's, like any other.
 *
 * <p>The event is not trusted: only objects of the configured bucket are read, only under this
 * sweep's prefix, and only while the configured account owns the bucket. Each object is a run of
 * its own; one that cannot be run stops no other.
 */
public final class RequestFiles {
    private final String sweep;
    private final Settings settings;
    private final AwsClients clients;
    private final InstantSource clock;

    /** Runs a request document. */
    @FunctionalInterface
    public interface Runner {
        /**
         * Runs it.
         *
         * @throws BadRequestException if the document has a fault
         */
        RunRecord run(Map<String, @Nullable Object> document, String runId, TimeBudget time);
    }

    /**
     * Request files for one kind of run. The client for S3 is built when there is a file to read.
     *
     * @param sweep {@code instances}, {@code buckets} or {@code labs}
     */
    public RequestFiles(String sweep, Settings settings, AwsClients clients, InstantSource clock) {
        this.sweep = sweep;
        this.settings = settings;
        this.clients = clients;
        this.clock = clock;
    }

    /**
     * Runs the objects of an event, one after the other.
     *
     * @param runId of the invocation; the second object's run has {@code -2} behind it, and so on
     * @return what became of each, in the order of the event
     * @throws BadRequestException if all of them are refused
     * @throws RequestsFailedException if none of them could be run, for more reasons than that
     */
    public List<FileAnswer> answer(
            List<RequestObject> objects, String runId, TimeBudget time, Runner runner) {
        List<FileAnswer> answers = new ArrayList<>();
        for (RequestObject object : objects) {
            String id = answers.isEmpty() ? runId : runId + "-" + (answers.size() + 1);
            answers.add(answer(object, id, time, runner));
        }
        requireSettled(answers);
        return List.copyOf(answers);
    }

    /** Nobody reads the answer to an event of S3, so an event in vain has to be an error. */
    private static void requireSettled(List<FileAnswer> answers) {
        if (answers.stream().allMatch(answer -> answer.state() == State.REFUSED)) {
            throw new BadRequestException(answers.stream().map(FileAnswer::sentence).toList());
        }
        if (answers.stream().noneMatch(FileAnswer::isSettled)) {
            throw new RequestsFailedException(answers);
        }
    }

    private FileAnswer answer(RequestObject object, String runId, TimeBudget time, Runner runner) {
        RequestFile file = new RequestFile(object, runId);
        try {
            RequestStore store = store(object);
            RequestKey key = RequestKey.of(sweep, object.key());
            return new Answering(file, key, store, clock)
                    .answer(document -> runner.run(document, runId, time));
        } catch (BadRequestException e) {
            return file.without(State.REFUSED, String.join("; ", e.faults()));
        } catch (AwsFailedException | BlockedRequestException e) {
            return file.without(State.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private RequestStore store(RequestObject object) {
        String bucket = settings.requestBucket();
        String account = settings.accountId();
        if (bucket == null) {
            throw BadRequestException.of(
                    "request files are not read, since no request bucket is configured (JANITOR_REQUEST_BUCKET)");
        }
        if (account == null) {
            throw BadRequestException.of(
                    "request files are not read, since no account is configured (JANITOR_ACCOUNT_ID)");
        }
        if (!bucket.equals(object.bucket())) {
            throw BadRequestException.of(
                    "the event names the bucket %s, but requests are read from %s alone"
                            .formatted(object.bucket(), bucket));
        }
        return new RequestStore(clients::homeS3, bucket, account);
    }
}
