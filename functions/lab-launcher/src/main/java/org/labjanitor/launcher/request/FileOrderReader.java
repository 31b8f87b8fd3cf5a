package org.labjanitor.launcher.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labjanitor.core.launch.FileOrder;
import org.labjanitor.core.launch.FileSource;
import org.labjanitor.runtime.json.JsonFields;

/** Reads the starter files of a lab document. */
final class FileOrderReader {
    private static final Pattern PLACE = Pattern.compile("s3://([^/\\s]{1,200})(?:/(.*))?");
    private static final String S3 = "s3://";

    private final AllowedSources sources;
    private final PatternReader patterns;
    private final boolean hasRoster;

    FileOrderReader(AllowedSources sources, Map<String, String> date, boolean hasRoster) {
        this.sources = sources;
        this.patterns = new PatternReader(date);
        this.hasRoster = hasRoster;
    }

    /** What can be read; each fault is noted. */
    List<FileOrder> read(JsonFields document) {
        List<FileOrder> orders = new ArrayList<>();
        for (JsonFields fields : document.list("files").orElse(List.of())) {
            Optional<FileSource> from = from(fields);
            Optional<Matcher> to = to(fields);
            if (from.isPresent() && to.isPresent()) {
                orders.add(
                        new FileOrder(
                                from.get(),
                                to.get().group(1),
                                folder(to.get().group(2) == null ? "" : to.get().group(2))));
            }
            fields.rejectUnknown();
        }
        return orders;
    }

    private Optional<FileSource> from(JsonFields fields) {
        if (!fields.has("from")) {
            fields.fault("from", "is missing, such as \"s3://course-files/java\"");
        }
        Optional<FileSource> source = fields.string("from").flatMap(text -> source(fields, text));
        source.flatMap(sources::objection)
                .ifPresent(objection ->
                        fields.fault(
                                "from",
                                "is %s, which %s"
                                        .formatted(
                                                JsonFields.quoted(source.get().text()),
                                                objection)));
        return source;
    }

    private static Optional<FileSource> source(JsonFields fields, String text) {
        if (!text.startsWith(S3)) {
            return Optional.of(new FileSource.Folder(text));
        }
        Matcher place = PLACE.matcher(text);
        if (!place.matches()) {
            fields.fault(
                    "from",
                    "is %s, but must be a place in S3, such as s3://course-files/java"
                            .formatted(JsonFields.quoted(text)));
            return Optional.empty();
        }
        return Optional.of(
                new FileSource.Stored(
                        place.group(1), place.group(2) == null ? "" : place.group(2)));
    }

    private Optional<Matcher> to(JsonFields fields) {
        if (!fields.has("to")) {
            fields.fault("to", "is missing, such as \"s3://lab-{lab}-{student}/start\"");
        }
        return fields.string("to").flatMap(text -> place(fields, text));
    }

    private Optional<Matcher> place(JsonFields fields, String text) {
        Matcher place = PLACE.matcher(patterns.read(fields, "to", text, hasRoster));
        if (!place.matches()) {
            fields.fault(
                    "to",
                    "is %s, but must be one of the lab's buckets, such as s3://lab-{lab}-{student}/start"
                            .formatted(JsonFields.quoted(text)));
            return Optional.empty();
        }
        return Optional.of(place);
    }

    private static String folder(String prefix) {
        return prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
    }
}
