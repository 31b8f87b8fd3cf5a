package org.labjanitor.simulator.s3.event;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Hands the events of an account's buckets in one Region on, one after the other in the order in
 * which they came. A listener may call the lab, also in ways that make more events: these wait
 * until it is done.
 */
public final class EventHub {
    /** Stands behind the destinations of notifications. */
    public interface Listener {
        /**
         * Takes an event document.
         *
         * @param destinationArn the queue, topic or function that the configuration names
         */
        void onEvent(String destinationArn, String json);
    }

    private record Message(String destinationArn, String json) {}

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Queue<Message> waiting = new ArrayDeque<>();
    private long sequence = 0x0055AED6DCD90281L;
    private boolean delivering;

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /**
     * Sends a document.
     *
     * @param document the text of the event with that sequence number, which grows
     */
    void publish(String destinationArn, LongFunction<String> document) {
        if (enqueue(destinationArn, document)) {
            deliver();
        }
    }

    /** Whether nobody else is delivering now. */
    private synchronized boolean enqueue(String destinationArn, LongFunction<String> document) {
        waiting.add(new Message(destinationArn, document.apply(++sequence)));
        boolean idle = !delivering;
        delivering = true;
        return idle;
    }

    private void deliver() {
        boolean done = false;
        try {
            for (Message message = next(); message != null; message = next()) {
                Message one = message;
                listeners.forEach(listener -> listener.onEvent(one.destinationArn(), one.json()));
            }
            done = true;
        } finally {
            if (!done) {
                stop();
            }
        }
    }

    private synchronized @Nullable Message next() {
        Message message = waiting.poll();
        delivering = message != null;
        return message;
    }

    private synchronized void stop() {
        delivering = false;
    }
}
