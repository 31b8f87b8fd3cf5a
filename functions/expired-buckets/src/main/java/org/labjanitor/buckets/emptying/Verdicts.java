package org.labjanitor.buckets.emptying;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.emptying.wire.KeyError;
import org.labjanitor.buckets.emptying.wire.S3Error;

/** What S3 said of each key of a batch, by the key's place in it. */
final class Verdicts {
    private final Batch batch;
    private final @Nullable S3Error[] errors;
    private final List<KeyError> strays = new ArrayList<>();
    private final BitSet gone = new BitSet();
    private final BitSet refused = new BitSet();
    private final BitSet repeated = new BitSet();
    private int throttled;
    private int stumbled;
    private boolean bucketIsGone;

    private Verdicts(Batch batch) {
        this.batch = batch;
        this.errors = new @Nullable S3Error[batch.keys()];
        gone.set(0, batch.keys());
    }

    static Verdicts of(Batch batch, List<KeyError> errors) {
        Verdicts verdicts = new Verdicts(batch);
        Map<String, List<Integer>> places = verdicts.placesByKey();
        for (KeyError error : errors) {
            verdicts.find(places, error)
                    .ifPresentOrElse(
                            place -> verdicts.sort(place, error.error()),
                            () -> verdicts.stray(error));
        }
        return verdicts;
    }

    private Map<String, List<Integer>> placesByKey() {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int place = 0; place < batch.keys(); place++) {
            String key = batch.page().key(batch.entries()[place]);
            places.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(place);
        }
        return places;
    }

    private Optional<Integer> find(Map<String, List<Integer>> places, KeyError error) {
        return places.getOrDefault(error.key(), List.of()).stream()
                .filter(place -> errors[place] == null)
                .filter(place -> isOf(error, batch.entries()[place]))
                .findFirst();
    }

    /** Some servers do not repeat the version id. */
    private boolean isOf(KeyError error, int entry) {
        return error.versionId().isEmpty()
                || error.versionId().equals(batch.page().versionId(entry));
    }

    private void sort(int place, S3Error error) {
        errors[place] = error;
        S3Error.Kind kind = error.kind();
        if (kind == S3Error.Kind.ABSENT) {
            return;
        }
        gone.clear(place);
        switch (kind) {
            case THROTTLE -> {
                throttled++;
                repeatOrRefuse(place, Backoff.THROTTLED_TRIES);
            }
            case PASSING -> {
                stumbled++;
                repeatOrRefuse(place, Backoff.TRIES);
            }
            case NO_BUCKET -> {
                bucketIsGone = true;
                refused.set(place);
            }
            case LASTING, ABSENT -> refused.set(place);
        }
    }

    private void repeatOrRefuse(int place, int most) {
        (batch.tries() + 1 < most ? repeated : refused).set(place);
    }

    /** An error for a key that was not sent under that name: one of those sent was not deleted. */
    private void stray(KeyError error) {
        strays.add(error);
        int last = gone.length() - 1;
        if (last >= 0) {
            gone.clear(last);
        }
    }

    BitSet gone() {
        return gone;
    }

    BitSet refused() {
        return refused;
    }

    S3Error error(int place) {
        S3Error error = errors[place];
        if (error == null) {
            throw new IllegalArgumentException("nothing was said of place " + place);
        }
        return error;
    }

    List<KeyError> strays() {
        return strays;
    }

    int throttled() {
        return throttled;
    }

    int stumbled() {
        return stumbled;
    }

    boolean bucketIsGone() {
        return bucketIsGone;
    }

    /** What is to be sent once more. */
    Optional<Batch> again() {
        if (repeated.isEmpty()) {
            return Optional.empty();
        }
        int[] entries = repeated.stream().map(place -> batch.entries()[place]).toArray();
        return Optional.of(batch.again(entries));
    }
}
