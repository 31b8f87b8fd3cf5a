package org.labjanitor.runtime.trigger;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What woke a function up. */
public sealed interface Trigger {
    /** A request document, by hand or as the {@code Input} of a schedule. */
    record Direct(Map<String, @Nullable Object> request) implements Trigger {}

    /**
     * A schedule without a request of its own: the envelope of an EventBridge rule or of
     * EventBridge Scheduler. It counts as an empty request.
     */
    record Schedule(String source, List<String> resources) implements Trigger {
        public Schedule {
            resources = List.copyOf(resources);
        }
    }

    /** Request documents that were put into a bucket. */
    record RequestObjects(List<RequestObject> objects) implements Trigger {
        public RequestObjects {
            objects = List.copyOf(objects);
        }
    }

    /** What S3 sends once when a notification is configured. */
    record S3TestEvent(String bucket) implements Trigger {}
}
