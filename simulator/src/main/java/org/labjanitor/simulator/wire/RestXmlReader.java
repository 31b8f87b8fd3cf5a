package org.labjanitor.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.traits.RequiredTrait;
import software.amazon.awssdk.core.traits.TraitType;
import software.amazon.awssdk.utils.builder.Buildable;

/** Fills SDK request types from path, query, headers and body of a call. */
final class RestXmlReader {
    private final XmlReader xml = new XmlReader();

    SdkPojo read(RestCall call, SdkPojo builder) {
        for (SdkField<?> field : builder.sdkFields()) {
            value(call, field).ifPresent(value -> field.set(builder, value));
        }
        return (SdkPojo) ((Buildable) builder).build();
    }

    private Optional<Object> value(RestCall call, SdkField<?> field) {
        MarshallLocation location = field.location();
        return switch (location) {
            case PATH, GREEDY_PATH ->
                    call.label(field.locationName()).map(text -> simple(field, text));
            case QUERY_PARAM ->
                    call.parameter(field.locationName()).map(text -> simple(field, text));
            case HEADER -> header(call, field);
            case PAYLOAD -> payload(call, field);
            default -> throw new IllegalStateException("REST-XML has no place " + location);
        };
    }

    private static Optional<Object> header(RestCall call, SdkField<?> field) {
        String name = field.locationName().toLowerCase(Locale.ROOT);
        return switch (field.marshallingType().getKnownType()) {
            case MAP -> {
                Map<String, String> entries = call.headersAfter(name);
                yield entries.isEmpty() ? Optional.empty() : Optional.of(entries);
            }
            case LIST ->
                    call.header(name)
                            .map(text ->
                                    Arrays.stream(text.split(",", -1)).map(String::strip).toList());
            default -> call.header(name).map(text -> simple(field, text));
        };
    }

    private static Object simple(SdkField<?> field, String text) {
        try {
            return RestText.read(field, text);
        } catch (IllegalArgumentException e) {
            throw AwsError.badRequest(
                            "InvalidArgument",
                            "Provided %s is not valid: '%s'".formatted(field.locationName(), text))
                    .withDetail("ArgumentName", field.locationName())
                    .withDetail("ArgumentValue", text);
        }
    }

    private Optional<Object> payload(RestCall call, SdkField<?> field) {
        if (!field.containsTrait(PayloadTrait.class, TraitType.PAYLOAD_TRAIT)) {
            throw new IllegalStateException(
                    "the lab reads no body that is made of single members: " + field.memberName());
        }
        if (call.body().length == 0) {
            refuseIfRequired(field);
            return Optional.empty();
        }
        MarshallingKnownType type = field.marshallingType().getKnownType();
        return Optional.of(
                switch (type) {
                    case SDK_POJO -> xml.read(call.body(), pojo(field));
                    case STRING -> new String(call.body(), StandardCharsets.UTF_8);
                    case SDK_BYTES -> SdkBytes.fromByteArray(call.body());
                    default -> throw new IllegalStateException("REST-XML has no body " + type);
                });
    }

    private static Supplier<SdkPojo> pojo(SdkField<?> field) {
        return field.constructor();
    }

    private static void refuseIfRequired(SdkField<?> field) {
        if (field.containsTrait(RequiredTrait.class, TraitType.REQUIRED_TRAIT)) {
            throw AwsError.badRequest("MissingRequestBodyError", "Request Body is empty");
        }
    }
}
