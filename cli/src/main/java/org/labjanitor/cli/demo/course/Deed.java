package org.labjanitor.cli.demo.course;

import java.time.Instant;
import java.util.function.Consumer;

/** Something that a person of the class does. */
record Deed(Instant at, String text, Consumer<CourseLab> act) {
    /** What changes nothing that AWS could see but the load of a machine. */
    static Deed seen(Instant at, String text) {
        return new Deed(at, text, _ -> {});
    }
}
