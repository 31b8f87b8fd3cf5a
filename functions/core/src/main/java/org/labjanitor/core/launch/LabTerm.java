package org.labjanitor.core.launch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * When a lab ends.
 *
 * @param end from which on its pieces may be removed, in whole seconds
 * @param occasion tells this launch of a lab from one of the same name at another time, but not
 *     from a repetition of itself: the end where the order names it, or else the day in UTC
 */
public record LabTerm(Instant end, String occasion) {
    public LabTerm {
        end = end.truncatedTo(ChronoUnit.SECONDS);
    }

    /** A lab that ends at a certain moment. */
    public static LabTerm until(Instant end) {
        return new LabTerm(end, end.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** A lab that lasts so long from now; the end is fixed with it. */
    public static LabTerm lasting(Duration length, Instant now) {
        return new LabTerm(now.plus(length), now.atZone(ZoneOffset.UTC).toLocalDate().toString());
    }

    /** The same launch of a lab that is there already, whose end stays. */
    public LabTerm keeping(Instant existingEnd) {
        return new LabTerm(existingEnd, occasion);
    }
}
