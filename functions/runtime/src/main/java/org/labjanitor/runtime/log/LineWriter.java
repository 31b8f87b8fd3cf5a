package org.labjanitor.runtime.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns lines into bytes, each ended by the only newline that it has. */
final class LineWriter {
    private final LogFormat format;
    private final JsonFactory json =
            new JsonFactoryBuilder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .characterEscapes(new DeleteEscaped())
                    .rootValueSeparator("")
                    .build();

    LineWriter(LogFormat format) {
        this.format = format;
    }

    byte[] bytes(Stream<Line> lines) {
        return switch (format) {
            case JSON -> json(lines);
            case TEXT -> text(lines).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static String text(Stream<Line> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(text(line)).append('\n'));
        return text.toString();
    }

    static String text(Line line) {
        StringBuilder text = new StringBuilder();
        text.append(line.at()).append(' ').append(line.level());
        line.fields()
                .forEach((name, value) ->
                        text.append(' ').append(name).append('=').append(PlainText.value(value)));
        return text.append(": ").append(PlainText.of(line.message())).toString();
    }

    private byte[] json(Stream<Line> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = json.createGenerator(bytes)) {
            for (Line line : (Iterable<Line>) lines::iterator) {
                write(line, generator);
                generator.writeRaw('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Line line, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("timestamp", line.at().toString());
        json.writeStringField("level", line.level().name());
        json.writeStringField("message", line.message());
        for (var field : line.fields().entrySet()) {
            json.writeStringField(field.getKey(), field.getValue());
        }
        json.writeEndObject();
    }

    /** JSON lets DEL stand as it is, the only control character in ASCII for which it does. */
    private static final class DeleteEscaped extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        private final int[] escapes = standardAsciiEscapesForJSON();

        DeleteEscaped() {
            escapes[0x7F] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return escapes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
