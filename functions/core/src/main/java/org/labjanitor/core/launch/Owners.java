package org.labjanitor.core.launch;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who gets the notices of a lab's pieces.
 *
 * @param everyone owner of what no student has an owner for; null: the admin gets the notices
 * @param byStudent owners of the students' own pieces, by student
 */
public record Owners(@Nullable String everyone, Map<String, String> byStudent) {
    public Owners {
        byStudent = Map.copyOf(byStudent);
    }

    /**
     * The owner of a piece; empty where the admin gets its notices.
     *
     * @param student whose piece it is; null: nobody's in particular
     */
    public Optional<String> of(@Nullable String student) {
        return student != null && byStudent.containsKey(student)
                ? Optional.of(byStudent.get(student))
                : Optional.ofNullable(everyone);
    }
}
