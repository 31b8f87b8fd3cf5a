package org.labjanitor.runtime.notice;

import java.util.Locale;
import org.labjanitor.runtime.result.RunContext;

/** A thing and several of them. */
record Noun(String one, String many) {
    private static final String BUCKETS = "buckets";

    static boolean isBuckets(RunContext run) {
        return run.sweep().equals(BUCKETS);
    }

    /** What a sweep is about. */
    static Noun of(RunContext run) {
        return of(run.sweep());
    }

    static Noun of(String sweep) {
        return sweep.equals(BUCKETS)
                ? new Noun("bucket", "buckets")
                : new Noun("instance", "instances");
    }

    /** Such as {@code 1 bucket} or {@code 5,000 buckets}. */
    String count(long number) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }
}
