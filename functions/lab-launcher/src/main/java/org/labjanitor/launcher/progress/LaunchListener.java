package org.labjanitor.launcher.progress;

/** Hears how a launch gets on. */
@FunctionalInterface
public interface LaunchListener {
    /** What is being done, such as {@code launching desk/ada (3 of 30)}. */
    void doing(String what);

    /** Nobody watches. */
    static LaunchListener silent() {
        return what -> {};
    }
}
