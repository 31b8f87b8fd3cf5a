package org.labjanitor.buckets.removal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.emptying.EmptyingEnd;
import org.labjanitor.buckets.emptying.EmptyingResult;
import org.labjanitor.buckets.emptying.Refusal;
import org.labjanitor.runtime.result.Deletions;

/** Several emptyings of the same bucket as one: what was deleted adds up, the last end counts. */
final class EmptyingSum {
    private @Nullable EmptyingResult sum;

    void add(EmptyingResult next) {
        EmptyingResult before = sum;
        sum = before == null ? next : added(before, next);
    }

    /** The sum as it stands, ended in another way than the last emptying. */
    EmptyingResult endedBy(EmptyingEnd end, String detail) {
        EmptyingResult now = result();
        return new EmptyingResult(
                end, detail, now.deletions(), now.refusals(), now.keysInVain(), now.throttles());
    }

    EmptyingResult result() {
        if (sum == null) {
            throw new IllegalStateException("nothing was emptied yet");
        }
        return sum;
    }

    boolean deletedAnything() {
        Deletions deletions = result().deletions();
        return deletions.versions() + deletions.markers() + deletions.uploads() > 0;
    }

    private static EmptyingResult added(EmptyingResult one, EmptyingResult next) {
        List<Refusal> refusals = new ArrayList<>(one.refusals());
        refusals.addAll(next.refusals());
        return new EmptyingResult(
                next.end(),
                next.detail(),
                added(one.deletions(), next.deletions()),
                refusals,
                one.keysInVain() + next.keysInVain(),
                one.throttles() + next.throttles());
    }

    private static Deletions added(Deletions one, Deletions next) {
        return new Deletions(
                one.versions() + next.versions(),
                one.markers() + next.markers(),
                one.uploads() + next.uploads(),
                one.bytes() + next.bytes());
    }
}
