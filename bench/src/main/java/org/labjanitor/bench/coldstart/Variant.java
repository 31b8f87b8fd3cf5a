package org.labjanitor.bench.coldstart;

import java.nio.file.Path;
import java.util.List;

/**
 * A function in one of the ways to pack and start it.
 *
 * @param handler the handler's class
 * @param taskRoot the folder that Lambda would have unpacked the package into
 * @param options for Java, besides Lambda's own
 */
record Variant(String name, String handler, Path taskRoot, List<String> options) {}
