package org.labjanitor.core.launch;

/**
 * How many instances are wanted.
 *
 * @param least with fewer there is no sense in launching any
 * @param most as many as there is capacity for, up to this
 */
public record Count(int least, int most) {
    public Count {
        if (least < 1 || most < least) {
            throw new IllegalArgumentException(
                    "a count is at least 1 and its most is no less than its least, but is %d to %d"
                            .formatted(least, most));
        }
    }

    public static Count exactly(int number) {
        return new Count(number, number);
    }

    /**
     * What is missing where {@code there} are there already: up to {@code most} of them, and at
     * least as many as make {@code least} whole.
     *
     * @throws IllegalArgumentException if nothing is missing
     */
    public Count missing(int there) {
        return new Count(Math.max(1, least - there), most - there);
    }
}
