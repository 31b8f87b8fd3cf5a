package org.labjanitor.launcher.request;

import java.util.List;
import java.util.Optional;
import org.labjanitor.core.launch.FileSource;

/**
 * Where starter files may come from. Whoever may put a lab document before the function could
 * otherwise have it copy what only the function's role can read.
 *
 * @param places in S3, such as {@code s3://course-files/java}
 * @param anywhere whether a person launches with credentials of their own, who may use everything
 *     that these can read, and folders of the computer
 */
public record AllowedSources(List<String> places, boolean anywhere) {
    public AllowedSources {
        places = List.copyOf(places);
    }

    /** For the function: these places alone. */
    public static AllowedSources only(List<String> places) {
        return new AllowedSources(places, false);
    }

    /** For a person at a terminal. */
    public static AllowedSources ofPerson() {
        return new AllowedSources(List.of(), true);
    }

    /** Why files must not come from there, as half a sentence; empty where they may. */
    public Optional<String> objection(FileSource source) {
        if (anywhere) {
            return Optional.empty();
        }
        return switch (source) {
            case FileSource.Folder _ ->
                    Optional.of(
                            "is a folder, which only a launch from a terminal can read; put the files into S3");
            case FileSource.Stored stored ->
                    places.stream().anyMatch(place -> isWithin(place, stored.text()))
                            ? Optional.empty()
                            : Optional.of(
                                    "is none of the places that files may come from (JANITOR_LAUNCH_SOURCES: %s)"
                                            .formatted(
                                                    places.isEmpty()
                                                            ? "none"
                                                            : String.join(", ", places)));
        };
    }

    private static boolean isWithin(String place, String source) {
        String folder = place.endsWith("/") ? place : place + "/";
        return source.equals(place) || source.startsWith(folder);
    }
}
