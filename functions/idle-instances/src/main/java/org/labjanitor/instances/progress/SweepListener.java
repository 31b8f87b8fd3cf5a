package org.labjanitor.instances.progress;

/**
 * Hears how a sweep gets on, for a person who waits. Regions are examined at once, so calls come
 * from several threads.
 */
public interface SweepListener {
    /** Instances found so far in a Region that is being examined. */
    default void found(String region, int instances) {}

    /** Judging goes on: {@code decided} of {@code instances} have their verdict. */
    default void judged(String region, int decided, int instances) {}

    /** A Region is done; {@code removable} of its instances may go. */
    default void examined(String region, int removable) {}

    /** Instances that are to go are looked at again. */
    default void lookingAgain(String region, int instances) {}

    /** Instances are about to be removed. */
    default void removing(String region, int instances) {}

    /** The outcome of {@code observed} of {@code instances} removals is known. */
    default void observed(String region, int observed, int instances) {}

    static SweepListener silent() {
        return new SweepListener() {};
    }
}
