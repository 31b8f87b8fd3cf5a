package org.labjanitor.simulator.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import software.amazon.awssdk.core.SdkPojo;

/** A format of documents, such as JSON, in which SDK types travel. */
final class DocumentFormat<G extends JsonGenerator> {
    /** Opens a generator of the format. */
    interface GeneratorSource<G> {
        G open(OutputStream out) throws IOException;
    }

    private final JsonFactory parsers;
    private final GeneratorSource<G> generators;
    private final DocumentReader reader = new DocumentReader();
    private final DocumentWriter<G> writer;

    DocumentFormat(
            JsonFactory parsers,
            GeneratorSource<G> generators,
            DocumentWriter.TimestampStyle<G> timestamps) {
        this.parsers = parsers;
        this.generators = generators;
        this.writer = new DocumentWriter<>(timestamps);
    }

    SdkPojo read(byte[] body, SdkPojo requestBuilder) {
        try (JsonParser in = parsers.createParser(body)) {
            in.nextToken();
            return reader.read(in, requestBuilder);
        } catch (IOException e) {
            throw AwsError.badRequest("SerializationException", String.valueOf(e.getMessage()));
        }
    }

    byte[] write(SdkPojo response) {
        return body(out -> writer.write(out, response));
    }

    byte[] writeError(String shape, String message) {
        return body(out -> {
            out.writeStartObject();
            out.writeStringField("__type", shape);
            out.writeStringField("message", message);
            out.writeEndObject();
        });
    }

    private interface Content<G> {
        void write(G out) throws IOException;
    }

    private byte[] body(Content<G> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (G out = generators.open(bytes)) {
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
