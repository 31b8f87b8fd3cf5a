package org.labjanitor.simulator.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Writes SDK response types as a document of maps and lists, JSON or CBOR. */
final class DocumentWriter<G extends JsonGenerator> {
    /** How a format spells a point in time. */
    interface TimestampStyle<G extends JsonGenerator> {
        void write(G out, Instant instant) throws IOException;
    }

    private final TimestampStyle<G> timestamps;

    DocumentWriter(TimestampStyle<G> timestamps) {
        this.timestamps = timestamps;
    }

    /** Writes members that have a value; what was never set is left out, an empty list is not. */
    void write(G out, SdkPojo pojo) throws IOException {
        out.writeStartObject();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (isSet(value)) {
                out.writeFieldName(field.locationName());
                writeValue(out, field, value);
            }
        }
        out.writeEndObject();
    }

    private static boolean isSet(@Nullable Object value) {
        return value != null
                && !(value instanceof SdkAutoConstructList)
                && !(value instanceof SdkAutoConstructMap);
    }

    private void writeValue(G out, SdkField<?> field, Object value) throws IOException {
        switch (value) {
            case SdkPojo pojo -> write(out, pojo);
            case List<?> list -> writeList(out, field, list);
            case Map<?, ?> map -> writeMap(out, field, map);
            case Instant instant -> timestamps.write(out, instant);
            case String text -> out.writeString(text);
            case Double number -> out.writeNumber(number);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Float number -> out.writeNumber(number);
            case Boolean truth -> out.writeBoolean(truth);
            case SdkBytes bytes -> out.writeBinary(bytes.asByteArrayUnsafe());
            default ->
                    throw new IllegalStateException(
                            "the lab cannot write the member %s of type %s"
                                    .formatted(field.locationName(), value.getClass().getName()));
        }
    }

    private void writeList(G out, SdkField<?> field, List<?> items) throws IOException {
        SdkField<?> member = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
        out.writeStartArray(items, items.size());
        for (Object item : items) {
            writeValue(out, member, item);
        }
        out.writeEndArray();
    }

    private void writeMap(G out, SdkField<?> field, Map<?, ?> entries) throws IOException {
        SdkField<?> member = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            out.writeFieldName(String.valueOf(entry.getKey()));
            writeValue(out, member, entry.getValue());
        }
        out.writeEndObject();
    }
}
