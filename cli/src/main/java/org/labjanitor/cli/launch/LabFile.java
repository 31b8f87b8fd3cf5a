package org.labjanitor.cli.launch;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.json.StrictJson;

/** A lab document on this computer, as it goes to the launcher. */
public final class LabFile {
    private static final String FROM = "from";

    private final Map<String, @Nullable Object> fields;

    private LabFile(Map<String, @Nullable Object> fields) {
        this.fields = fields;
    }

    /**
     * Reads the file.
     *
     * @throws IOException if it cannot be read
     * @throws org.labjanitor.runtime.json.BadRequestException if it is no JSON object
     */
    public static LabFile read(Path file) throws IOException {
        Map<String, @Nullable Object> fields =
                new LinkedHashMap<>(new StrictJson().object(Files.readAllBytes(file)));
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && fields.get("files") instanceof List<?> files) {
            fields.put("files", files.stream().map(each -> resolved(each, folder)).toList());
        }
        return new LabFile(fields);
    }

    /** A folder is named as seen from the document, wherever the command is given. */
    private static Object resolved(Object file, Path folder) {
        if (file instanceof Map<?, ?> entry
                && entry.get(FROM) instanceof String from
                && !from.startsWith("s3://")) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>(entry);
            copy.put(FROM, folder.resolve(from).normalize().toString());
            return copy;
        }
        return file;
    }

    /** The document for a report: what would be launched. */
    public byte[] report() {
        return with(Map.of("mode", "report"));
    }

    /**
     * The document for a launch.
     *
     * @param waits whether the launch waits until the instances run; without it the document
     *     decides
     */
    public byte[] launch(boolean waits) {
        return with(waits ? Map.of("mode", "launch", "wait", true) : Map.of("mode", "launch"));
    }

    private byte[] with(Map<String, Object> more) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(fields);
        all.putAll(more);
        try {
            return JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asBytes(all);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }
}
