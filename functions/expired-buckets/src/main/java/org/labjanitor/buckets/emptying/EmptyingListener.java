package org.labjanitor.buckets.emptying;

/** Hears how an emptying gets on, from any of its threads and not more than some times a second. */
@FunctionalInterface
public interface EmptyingListener {
    void progress(String bucket, EmptyingProgress progress);

    static EmptyingListener silent() {
        return (_, _) -> {};
    }
}
