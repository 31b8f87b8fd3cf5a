package org.labjanitor.cli.terminal;

/** A person's wish to stop this process: Ctrl-C, or a polite kill. */
@FunctionalInterface
public interface Interrupts {
    /**
     * From now on the first interrupt runs {@code stopping} and nothing else, so that work can come
     * to a good end; a second one ends the process at once. Closing gives interrupts their usual
     * meaning back.
     */
    Listening listen(Runnable stopping);

    /** An interrupt that is waited for. */
    @FunctionalInterface
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
