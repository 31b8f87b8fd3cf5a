package org.labjanitor.simulator.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Fills SDK request types from a document of maps and lists, JSON or CBOR, as it streams by. A
 * member that the type lacks is refused by name: AWS would pass over it in silence, but here it
 * means that client and lab do not share a model.
 */
final class DocumentReader {
    /** Reads the object whose start is the parser's current token. */
    SdkPojo read(JsonParser in, SdkPojo builder) throws IOException {
        require(in, JsonToken.START_OBJECT);
        Map<String, SdkField<?>> fields = builder.sdkFieldNameToField();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            SdkField<?> field = fields.get(name);
            if (field == null) {
                throw AwsError.notSimulated(
                        "the member " + name + " of " + builder.getClass().getName());
            }
            if (in.nextToken() != JsonToken.VALUE_NULL) {
                field.set(builder, value(in, field));
            }
        }
        return (SdkPojo) ((Buildable) builder).build();
    }

    private Object value(JsonParser in, SdkField<?> field) throws IOException {
        return switch (field.marshallingType().getKnownType()) {
            case SDK_POJO -> read(in, field.constructor().get());
            case LIST -> list(in, field.getRequiredTrait(ListTrait.class).memberFieldInfo());
            case MAP -> map(in, field.getRequiredTrait(MapTrait.class).valueFieldInfo());
            case STRING -> {
                require(in, JsonToken.VALUE_STRING);
                yield in.getText();
            }
            case INTEGER -> number(in).getIntValue();
            case LONG -> number(in).getLongValue();
            case FLOAT -> number(in).getFloatValue();
            case DOUBLE -> number(in).getDoubleValue();
            case BOOLEAN -> in.getBooleanValue();
            case INSTANT -> instant(number(in));
            case SDK_BYTES -> SdkBytes.fromByteArray(in.getBinaryValue());
            default ->
                    throw AwsError.notSimulated(
                            "the type of the member " + field.locationName() + " in a request");
        };
    }

    private List<Object> list(JsonParser in, SdkField<?> member) throws IOException {
        require(in, JsonToken.START_ARRAY);
        List<Object> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(in, member));
        }
        return items;
    }

    private Map<String, Object> map(JsonParser in, SdkField<?> value) throws IOException {
        require(in, JsonToken.START_OBJECT);
        Map<String, Object> entries = new LinkedHashMap<>();
        for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
            in.nextToken();
            entries.put(key, value(in, value));
        }
        return entries;
    }

    /** Epoch seconds with an optional fraction, kept to the millisecond as AWS does. */
    private static Instant instant(JsonParser in) throws IOException {
        return in.currentToken() == JsonToken.VALUE_NUMBER_INT
                ? Instant.ofEpochSecond(in.getLongValue())
                : Instant.ofEpochMilli(Math.round(in.getDoubleValue() * 1000));
    }

    private static JsonParser number(JsonParser in) {
        if (in.currentToken() == null || !in.currentToken().isNumeric()) {
            throw unexpected(in);
        }
        return in;
    }

    private static void require(JsonParser in, JsonToken token) {
        if (in.currentToken() != token) {
            throw unexpected(in);
        }
    }

    private static AwsError unexpected(JsonParser in) {
        return AwsError.badRequest(
                "SerializationException",
                "Unexpected %s at %s".formatted(in.currentToken(), in.getParsingContext()));
    }
}
