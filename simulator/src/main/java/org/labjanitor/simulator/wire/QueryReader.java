package org.labjanitor.simulator.wire;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Fills SDK request types from form parameters. A parameter that the type lacks is refused. */
final class QueryReader {
    /** How a protocol numbers the members of a list. */
    interface ListStyle {
        List<QueryParameters> items(QueryParameters list, ListTrait trait);
    }

    private final ListStyle listStyle;

    QueryReader(ListStyle listStyle) {
        this.listStyle = listStyle;
    }

    SdkPojo read(QueryParameters parameters, SdkPojo builder) {
        for (SdkField<?> field : builder.sdkFields()) {
            parameters
                    .take(field.locationName())
                    .ifPresent(found -> field.set(builder, value(found, field)));
        }
        refuseLeftOvers(parameters);
        return (SdkPojo) ((Buildable) builder).build();
    }

    private static void refuseLeftOvers(QueryParameters parameters) {
        parameters.leftOver().ifPresent(QueryReader::refuse);
    }

    private static void refuse(String name) {
        throw AwsError.badRequest(
                "UnknownParameter", "The parameter " + name + " is not recognized");
    }

    private Object value(QueryParameters found, SdkField<?> field) {
        MarshallingKnownType type = field.marshallingType().getKnownType();
        return switch (type) {
            case SDK_POJO -> read(found, field.constructor().get());
            case LIST -> list(found, field);
            case MAP -> map(found, field.getRequiredTrait(MapTrait.class));
            default -> scalar(found, type);
        };
    }

    private List<Object> list(QueryParameters found, SdkField<?> field) {
        ListTrait trait = field.getRequiredTrait(ListTrait.class);
        List<Object> items = new ArrayList<>();
        for (QueryParameters item : listStyle.items(found, trait)) {
            items.add(value(item, trait.memberFieldInfo()));
        }
        refuseLeftOvers(found);
        return items;
    }

    /** {@code Name.entry.1.key} and {@code Name.entry.1.value}, by the names the type has. */
    private Map<String, Object> map(QueryParameters found, MapTrait trait) {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (QueryParameters entry :
                found.take("entry").map(QueryParameters::takeNumbered).orElse(List.of())) {
            String key = required(entry, trait.keyLocationName(), "key").text();
            QueryParameters value = required(entry, trait.valueLocationName(), "value");
            entries.put(key, value(value, trait.valueFieldInfo()));
            refuseLeftOvers(entry);
        }
        refuseLeftOvers(found);
        return entries;
    }

    private static QueryParameters required(
            QueryParameters entry, @Nullable String locationName, String byDefault) {
        String name = locationName == null ? byDefault : locationName;
        return entry.take(name)
                .orElseThrow(() ->
                        AwsError.badRequest(
                                "MissingParameter",
                                "The parameter " + entry.path() + "." + name + " is missing"));
    }

    private static Object scalar(QueryParameters found, MarshallingKnownType type) {
        try {
            return scalar(found.text(), type);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw AwsError.badRequest(
                    "InvalidParameterValue",
                    "Invalid value '" + found.text() + "' for " + found.path());
        }
    }

    private static Object scalar(String text, MarshallingKnownType type) {
        return switch (type) {
            case STRING -> text;
            case INTEGER -> Integer.valueOf(text);
            case LONG -> Long.valueOf(text);
            case DOUBLE -> Double.valueOf(text);
            case BOOLEAN -> bool(text);
            case INSTANT -> Instant.parse(text);
            case SDK_BYTES -> SdkBytes.fromByteArray(Base64.getDecoder().decode(text));
            default -> throw new IllegalStateException("the query reader does not know " + type);
        };
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("not a boolean: " + text);
        };
    }
}
