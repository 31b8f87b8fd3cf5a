package org.labjanitor.simulator.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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

/** Writes any SDK response type as XML, with the element names that the SDK's reader expects. */
final class XmlWriter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final XmlText out;

    XmlWriter(XmlText out) {
        this.out = out;
    }

    void writeMembers(SdkPojo pojo) {
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null
                    && !(value instanceof SdkAutoConstructList)
                    && !(value instanceof SdkAutoConstructMap)) {
                write(field, value);
            }
        }
    }

    private void write(SdkField<?> field, Object value) {
        String name = field.unmarshallLocationName();
        if (value instanceof List<?> list) {
            writeList(name, field.getRequiredTrait(ListTrait.class), list);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(name, field.getRequiredTrait(MapTrait.class), map);
        } else {
            writeValue(name, value);
        }
    }

    private void writeList(String name, ListTrait trait, List<?> list) {
        @Nullable String memberName = trait.memberLocationName();
        String itemName = memberName == null ? "member" : memberName;
        if (trait.isFlattened()) {
            list.forEach(item -> writeValue(name, item));
            return;
        }
        out.open(name);
        list.forEach(item -> writeValue(itemName, item));
        out.close(name);
    }

    private void writeMap(String name, MapTrait trait, Map<?, ?> map) {
        out.open(name);
        map.forEach((key, value) -> {
            out.open("entry").element(trait.keyLocationName(), String.valueOf(key));
            writeValue(trait.valueLocationName(), value);
            out.close("entry");
        });
        out.close(name);
    }

    private void writeValue(String name, Object value) {
        switch (value) {
            case SdkPojo pojo -> {
                out.open(name);
                writeMembers(pojo);
                out.close(name);
            }
            case Instant instant -> out.element(name, TIME.format(instant));
            case String text -> out.element(name, text);
            case Number number -> out.element(name, number.toString());
            case Boolean bool -> out.element(name, bool.toString());
            case SdkBytes bytes ->
                    out.element(
                            name,
                            java.util.Base64.getEncoder().encodeToString(bytes.asByteArray()));
            default ->
                    throw new IllegalStateException(
                            "the XML writer does not know the type " + value.getClass());
        }
    }
}
