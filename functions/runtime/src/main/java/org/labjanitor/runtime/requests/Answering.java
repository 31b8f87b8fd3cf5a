package org.labjanitor.runtime.requests;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.aws.AwsFailedException;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.json.StrictJson;
import org.labjanitor.runtime.requests.Claims.Claiming;
import org.labjanitor.runtime.requests.FileAnswer.State;
import org.labjanitor.runtime.requests.RequestStore.Reading;
import org.labjanitor.runtime.result.RunRecord;

/** The way of one request from its bucket to its answer: read, claim, run, publish. */
final class Answering {
    private static final int ATTEMPTS = 5;

    private final RequestFile file;
    private final RequestKey key;
    private final RequestStore store;
    private final InstantSource clock;
    private final Claims claims;

    Answering(RequestFile file, RequestKey key, RequestStore store, InstantSource clock) {
        this.file = file;
        this.key = key;
        this.store = store;
        this.clock = clock;
        this.claims = new Claims(store, clock);
    }

    /**
     * Goes all the way.
     *
     * @param run runs a request document
     * @throws AwsFailedException if the request cannot be read or claimed
     * @throws BlockedRequestException if others keep changing its claim
     */
    FileAnswer answer(Function<Map<String, @Nullable Object>, RunRecord> run) {
        return switch (store.read(key.request(), file.object().versionId())) {
            case Reading.Gone _ ->
                    file.without(State.GONE, "it was deleted before it could be read");
            case Reading.TooLarge(String version, long bytes) ->
                    claimed(version, () -> tooLarge(bytes));
            case Reading.Found(String version, byte[] content) ->
                    claimed(version, () -> answer(content, run));
        };
    }

    private FileAnswer claimed(String version, Supplier<Answer> answer) {
        Claiming claiming = claims.claim(key, version, file.object().sequencer(), file.runId());
        return switch (claiming) {
            case Claiming.Duplicate(Claim by) ->
                    file.without(
                            State.DUPLICATE,
                            "run %s has this version since %s%s"
                                    .formatted(
                                            by.runId(),
                                            by.at(),
                                            by.done() ? "" : " and has not ended yet"));
            case Claiming.Overtaken(Claim by) ->
                    file.without(
                            State.OVERTAKEN,
                            "run %s has a newer version since %s".formatted(by.runId(), by.at()));
            case Claiming.Taken taken -> published(taken, answer.get());
        };
    }

    private Answer answer(byte[] content, Function<Map<String, @Nullable Object>, RunRecord> run) {
        try {
            return Answer.of(run.apply(new StrictJson().object(content)));
        } catch (BadRequestException e) {
            return faulty(State.BAD_REQUEST, e.faults());
        } catch (RuntimeException e) {
            // Whatever it was: it is told, and the next file has its turn.
            return faulty(State.FAILED, List.of("the run failed: " + e));
        }
    }

    private Answer tooLarge(long bytes) {
        return faulty(
                State.BAD_REQUEST,
                List.of(
                        "the request has %d bytes, but at most %d are read"
                                .formatted(bytes, RequestStore.LARGEST)));
    }

    private Answer faulty(State state, List<String> faults) {
        return Answer.of(state, faults, file, clock.instant());
    }

    private FileAnswer published(Claiming.Taken taken, Answer answer) {
        try {
            String place = publish(taken, answer);
            claims.finish(taken);
            return file.with(answer.state(), answer.detail(), place, answer.outcome());
        } catch (AwsFailedException | BlockedRequestException e) {
            // The claim stays as it is: what was run is not run again before it counts as dead.
            return file.with(
                    State.FAILED,
                    "it came to \"%s\", but that could not be written down: %s"
                            .formatted(answer.state().id(), e.getMessage()),
                    null,
                    answer.outcome());
        }
    }

    /**
     * Writes the answer to its place, unless a newer version has been claimed while this one ran:
     * what is the newer one's must not be written over by a run that ends late. The place's state
     * is read before the claim is, so that no answer can slip in between.
     */
    private String publish(Claiming.Taken taken, Answer answer) {
        String place = key.answer(answer.kind());
        if (store.create(place, answer.document()).isPresent()) {
            return place;
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String before = store.eTag(place).orElse("");
            if (!claims.holds(taken)) {
                String apart = key.answer(answer.kind(), file.runId());
                store.put(apart, answer.document());
                return apart;
            }
            if (store.replace(place, before, answer.document()).isPresent()) {
                return place;
            }
        }
        throw BlockedRequestException.contended(place);
    }
}
