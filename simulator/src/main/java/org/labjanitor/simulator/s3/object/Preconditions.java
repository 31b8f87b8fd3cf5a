package org.labjanitor.simulator.s3.object;

import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.wire.AwsError;

/**
 * Conditions that a write or a delete sets on the current version ("Conditional requests", S3 user
 * guide).
 */
final class Preconditions {
    private final ObjectSpace space;

    Preconditions(ObjectSpace space) {
        this.space = space;
    }

    /** Checks a write's condition against the key that starts at a row, or that is at row -1. */
    void check(Write.@Nullable Condition condition, Block block, int firstRow) {
        if (condition == null) {
            return;
        }
        int current = current(block, firstRow);
        String wanted = condition.ifMatch();
        if (wanted == null) {
            if (current >= 0) {
                throw failed();
            }
        } else if (current < 0) {
            throw new AwsError("NoSuchKey", "The specified key does not exist.", 404);
        } else if (!matches(wanted, block, current)) {
            throw failed();
        }
    }

    /** What a delete with a condition comes to where the condition does not hold, or null. */
    @Nullable Removal refusal(@Nullable String ifMatch, Block block, int firstRow) {
        if (ifMatch == null) {
            return null;
        }
        int current = current(block, firstRow);
        if (current < 0) {
            return Removal.MISSING;
        }
        return matches(ifMatch, block, current) ? null : Removal.CONDITION_FAILED;
    }

    private static int current(Block block, int firstRow) {
        int latest = firstRow < 0 ? -1 : block.latest(firstRow);
        return latest >= 0 && !block.isMarker(latest) ? latest : -1;
    }

    private boolean matches(String wanted, Block block, int row) {
        return wanted.equals("*") || unquoted(wanted).equals(space.etag(block, row));
    }

    static String unquoted(String etag) {
        boolean quoted = etag.length() >= 2 && etag.startsWith("\"") && etag.endsWith("\"");
        return quoted ? etag.substring(1, etag.length() - 1) : etag;
    }

    static AwsError failed() {
        return new AwsError(
                "PreconditionFailed",
                "At least one of the pre-conditions you specified did not hold",
                412);
    }
}
