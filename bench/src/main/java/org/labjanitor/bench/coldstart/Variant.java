package org.labjanitor.bench.coldstart;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function in one of the ways to pack and start it.
 *
 * @param handler the handler's class
 * @param taskRoot the folder that Lambda would have unpacked the package into
 * @param options for Java, besides Lambda's own
 * @param jar the function's jar on Java's own class path, with a cache of its classes, as a
 *     container image can have it; null for what Lambda's runtime loads from the folder
 */
record Variant(
        String name, String handler, Path taskRoot, List<String> options, @Nullable Path jar) {
    Variant(String name, String handler, Path taskRoot, List<String> options) {
        this(name, handler, taskRoot, options, null);
    }

    /** The same with further options for Java. */
    Variant with(List<String> further) {
        return new Variant(name + " " + String.join(" ", further), handler, taskRoot, further, jar);
    }
}
