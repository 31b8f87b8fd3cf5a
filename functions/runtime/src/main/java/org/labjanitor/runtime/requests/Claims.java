package org.labjanitor.runtime.requests;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.requests.RequestStore.Stored;

/**
 * Sees to it that a version of a request is run once, however often and in whatever order S3 tells
 * of it. There is one claim a key; it is written before the run with S3's compare-and-swap, so that
 * of two that try at once one wins.
 *
 * <ul>
 *   <li>The same version again is a duplicate: whether its run is over or still on its way.
 *   <li>A version whose event is older than the claimed one's is overtaken and never run. A put
 *       that was corrected by another one before its event came does not come back.
 *   <li>A run that dies after its claim leaves one that is never done. Until {@link
 *       Claim#LONGEST_LIFE} has passed nobody can tell it from a run on its way, so that another
 *       delivery is a duplicate; after that, the next delivery of the same version takes the claim
 *       over and runs it again, which is safe, as running anything twice is. If no delivery comes,
 *       the request stays without an answer: the claim beside it shows that it was begun, and
 *       putting the file again is a new version.
 * </ul>
 */
final class Claims {
    private static final int ATTEMPTS = 5;

    private final RequestStore store;
    private final InstantSource clock;

    Claims(RequestStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What became of a claim. */
    sealed interface Claiming {
        /** It is this run's. */
        record Taken(RequestKey key, Claim claim, String eTag) implements Claiming {}

        /** Another run has this version. */
        record Duplicate(Claim by) implements Claiming {}

        /** A newer version was claimed before. */
        record Overtaken(Claim by) implements Claiming {}
    }

    /** Claims a version of a request. */
    Claiming claim(RequestKey key, String version, @Nullable String sequencer, String runId) {
        Claim mine =
                new Claim(
                        version,
                        sequencer,
                        runId,
                        UUID.randomUUID().toString(),
                        clock.instant(),
                        false);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<String> created = store.create(key.claim(), mine.document());
            if (created.isPresent()) {
                return new Claiming.Taken(key, mine, created.get());
            }
            Optional<Stored> there = store.get(key.claim());
            if (there.isPresent()) {
                Optional<Claiming> claiming = against(there.get(), key, mine);
                if (claiming.isPresent()) {
                    return claiming.get();
                }
            }
        }
        throw BlockedRequestException.contended(key.claim());
    }

    /** Against a claim that is there; empty where it has changed meanwhile. */
    private Optional<Claiming> against(Stored there, RequestKey key, Claim mine) {
        Claim other = read(key, there);
        if (other.isOf(mine)) {
            // The answer to an attempt that had been through got lost, and the SDK tried again.
            return Optional.of(new Claiming.Taken(key, mine, there.eTag()));
        }
        if (other.version().equals(mine.version()) && !other.isDead(clock.instant())) {
            return Optional.of(new Claiming.Duplicate(other));
        }
        if (Sequencer.isOlder(mine.sequencer(), other.sequencer())) {
            return Optional.of(new Claiming.Overtaken(other));
        }
        return store.replace(key.claim(), there.eTag(), mine.document())
                .map(eTag -> new Claiming.Taken(key, mine, eTag));
    }

    private static Claim read(RequestKey key, Stored stored) {
        try {
            return Claim.read(stored.content());
        } catch (BadRequestException e) {
            throw new BlockedRequestException(
                    "%s is no claim that can be read (%s); delete it and put the request again"
                            .formatted(key.claim(), String.join("; ", e.faults())));
        }
    }

    /** Whether nobody has taken a newer version since. */
    boolean holds(Claiming.Taken taken) {
        return store.get(taken.key().claim())
                .map(there -> read(taken.key(), there).isOf(taken.claim()))
                .orElse(false);
    }

    /** Writes down that the run is over, unless the claim is another's by now. */
    void finish(Claiming.Taken taken) {
        Optional<String> _ =
                store.replace(taken.key().claim(), taken.eTag(), taken.claim().asDone().document());
    }
}
