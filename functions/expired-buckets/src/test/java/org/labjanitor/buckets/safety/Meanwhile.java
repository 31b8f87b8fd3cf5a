package org.labjanitor.buckets.safety;

import org.labjanitor.buckets.progress.BucketSweepListener;

/** Something that happens between the plan and the removal. */
final class Meanwhile implements BucketSweepListener {
    private final Runnable event;

    Meanwhile(Runnable event) {
        this.event = event;
    }

    @Override
    public void removing(String bucket) {
        event.run();
    }
}
