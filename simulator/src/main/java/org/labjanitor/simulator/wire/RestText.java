package org.labjanitor.simulator.wire;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Locale;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;

/** Simple values of REST-XML as text. Timestamps are RFC 822 in headers and ISO 8601 elsewhere. */
final class RestText {
    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ISO_8601 =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private RestText() {}

    /**
     * The value that the text means.
     *
     * @throws IllegalArgumentException where it means none of the field's type
     */
    static Object read(SdkField<?> field, String text) {
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> text;
            case INTEGER -> Integer.valueOf(text);
            case LONG -> Long.valueOf(text);
            case BOOLEAN -> bool(text);
            case DOUBLE -> Double.valueOf(text);
            case INSTANT -> instant(field, text);
            case SDK_BYTES -> SdkBytes.fromByteArray(Base64.getDecoder().decode(text));
            default ->
                    throw new IllegalStateException(
                            "REST-XML reads no " + field.marshallingType().getKnownType());
        };
    }

    private static Boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("not a boolean: " + text);
        };
    }

    private static Instant instant(SdkField<?> field, String text) {
        try {
            return switch (format(field)) {
                case RFC_822 -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
                case ISO_8601 -> OffsetDateTime.parse(text).toInstant();
                default -> Instant.ofEpochSecond(Long.parseLong(text));
            };
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a time: " + text, e);
        }
    }

    static String write(SdkField<?> field, Object value) {
        return switch (value) {
            case Instant instant -> instant(field, instant);
            case SdkBytes bytes -> Base64.getEncoder().encodeToString(bytes.asByteArray());
            default -> value.toString();
        };
    }

    private static String instant(SdkField<?> field, Instant instant) {
        return switch (format(field)) {
            case RFC_822 -> RFC_822.format(instant);
            case ISO_8601 -> ISO_8601.format(instant);
            default -> String.valueOf(instant.getEpochSecond());
        };
    }

    private static TimestampFormatTrait.Format format(SdkField<?> field) {
        return field.getOptionalTrait(TimestampFormatTrait.class)
                .map(TimestampFormatTrait::format)
                .orElse(
                        field.location() == MarshallLocation.HEADER
                                ? TimestampFormatTrait.Format.RFC_822
                                : TimestampFormatTrait.Format.ISO_8601);
    }
}
