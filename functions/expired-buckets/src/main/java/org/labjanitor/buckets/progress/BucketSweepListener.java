package org.labjanitor.buckets.progress;

import org.labjanitor.buckets.emptying.EmptyingListener;
import org.labjanitor.buckets.emptying.EmptyingProgress;

/** Hears how a sweep over buckets gets on; calls come from several threads. */
public interface BucketSweepListener extends EmptyingListener {
    /** Buckets found in the account that bear the lab's name prefix. */
    default void found(int buckets) {}

    /** Judging goes on: {@code judged} of {@code buckets} have their verdict. */
    default void judged(int judged, int buckets) {}

    /** A bucket is about to be emptied. */
    default void removing(String bucket) {}

    @Override
    default void progress(String bucket, EmptyingProgress progress) {}

    /** The outcome of a bucket is known. */
    default void settled(String bucket) {}

    static BucketSweepListener silent() {
        return new BucketSweepListener() {};
    }
}
