package org.labjanitor.cli.upload;

import java.nio.file.Path;

/**
 * A file and where it goes.
 *
 * @param key of the object
 * @param size in bytes, when it was found
 */
public record Source(Path file, String key, long size) {}
