package org.labjanitor.simulator.ssm;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.service.Continuation;

/** Pages of SSM's listings. */
final class SsmPages {
    private SsmPages() {}

    /** Where the page begins that a token stands for; 0 without one. */
    static int from(@Nullable String token, int fingerprint, int count) {
        if (token == null) {
            return 0;
        }
        int from =
                Continuation.read(token, fingerprint, 1)
                        .orElseThrow(SsmErrors::invalidNextToken)
                        .position()
                        .getFirst()
                        .intValue();
        return Math.min(from, count);
    }

    /** The asked page size, or the operation's own. */
    static int size(@Nullable Integer asked, int least, int most, int otherwise) {
        if (asked == null) {
            return otherwise;
        }
        if (asked < least) {
            throw SsmErrors.constraint(
                    asked,
                    "maxResults",
                    "Member must have value greater than or equal to " + least);
        }
        if (asked > most) {
            throw SsmErrors.constraint(
                    asked, "maxResults", "Member must have value less than or equal to " + most);
        }
        return asked;
    }

    /** The token of the next page; null after the last. */
    static @Nullable String token(int fingerprint, int next, int count) {
        return next < count ? new Continuation(fingerprint, List.of((long) next)).token() : null;
    }
}
