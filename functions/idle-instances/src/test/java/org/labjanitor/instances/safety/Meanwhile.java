package org.labjanitor.instances.safety;

import org.labjanitor.instances.progress.SweepListener;

/** Something that happens between the plan and the removal. */
final class Meanwhile implements SweepListener {
    private final Runnable event;

    Meanwhile(Runnable event) {
        this.event = event;
    }

    @Override
    public void lookingAgain(String region, int instances) {
        event.run();
    }
}
