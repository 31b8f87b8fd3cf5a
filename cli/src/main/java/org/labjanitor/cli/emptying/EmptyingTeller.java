package org.labjanitor.cli.emptying;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.labjanitor.buckets.emptying.EmptyingListener;
import org.labjanitor.buckets.emptying.EmptyingProgress;

/** Hears how the emptying of one bucket gets on, and tells it in a sentence. */
public final class EmptyingTeller implements EmptyingListener {
    private final Consumer<String> display;
    private final Pace pace;
    private EmptyingProgress latest = new EmptyingProgress(0, 0, 0, 0, false);
    private boolean stopping;

    public EmptyingTeller(Consumer<String> display, InstantSource clock) {
        this.display = display;
        this.pace = new Pace(clock);
    }

    @Override
    public synchronized void progress(String bucket, EmptyingProgress progress) {
        latest = progress;
        pace.note(progress.deleted());
        tell();
    }

    /** A person wants to stop: what is in flight still comes to its end. */
    public synchronized void stopping() {
        stopping = true;
        tell();
    }

    /** The last word about how far it is. */
    public synchronized EmptyingProgress latest() {
        return latest;
    }

    private void tell() {
        String where = EmptyingWords.of(latest, pace.perSecond());
        display.accept(
                stopping ? "Stopping, Ctrl-C again quits at once: " + where : "Emptying: " + where);
    }
}
