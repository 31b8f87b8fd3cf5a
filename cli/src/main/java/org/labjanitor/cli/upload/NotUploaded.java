package org.labjanitor.cli.upload;

import java.nio.file.Path;

/** A file that did not get there; {@code why} is half a sentence. */
public record NotUploaded(Path file, String why) {}
