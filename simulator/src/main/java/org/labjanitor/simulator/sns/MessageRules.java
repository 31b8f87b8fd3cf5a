package org.labjanitor.simulator.sns;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/**
 * What SNS accepts as a message (API reference, "Publish" and "MessageAttributeValue"; Developer
 * Guide, "Amazon SNS message attributes").
 */
final class MessageRules {
    /** "at most 256 KB in size (262,144 bytes, not 262,144 characters)", attributes included. */
    private static final int MOST_BYTES = 262_144;

    /** "less than 100 characters long". */
    private static final int SUBJECT_END = 100;

    private static final int LONGEST_NAME = 256;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_\\-.]+");
    private static final Pattern TYPE = Pattern.compile("(String|Number|Binary)(\\..+)?");

    private MessageRules() {}

    static void require(PublishRequest request) {
        String subject = request.subject();
        if (subject != null) {
            requireSubject(subject);
        }
        if (request.message() == null || request.message().isEmpty()) {
            throw SnsErrors.invalid("Empty message");
        }
        requireKnown("a message", request.message());
        request.messageAttributes().forEach(MessageRules::requireAttribute);
        if (size(request) > MOST_BYTES) {
            throw SnsErrors.invalid("Message too long");
        }
    }

    /** "UTF-8 text with no line breaks or control characters". */
    private static void requireSubject(String subject) {
        boolean control = subject.codePoints().anyMatch(Character::isISOControl);
        if (subject.isEmpty()
                || control
                || subject.codePointCount(0, subject.length()) >= SUBJECT_END) {
            throw SnsErrors.invalid("Subject");
        }
    }

    private static void requireAttribute(String name, MessageAttributeValue attribute) {
        requireName(name);
        String type = attribute.dataType();
        if (type == null || type.isEmpty()) {
            throw SnsErrors.invalidAttribute(
                    "The message attribute '%s' must contain non-empty message attribute type."
                            .formatted(name));
        }
        if (!TYPE.matcher(type).matches()) {
            throw SnsErrors.invalidAttribute(
                    "The message attribute '%s' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String."
                            .formatted(name));
        }
        requireValue(name, type, attribute);
    }

    private static void requireName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean reserved = lower.startsWith("aws.") || lower.startsWith("amazon.");
        boolean wrong =
                !NAME.matcher(name).matches()
                        || name.length() > LONGEST_NAME
                        || name.startsWith(".")
                        || name.endsWith(".")
                        || name.contains("..");
        if (reserved) {
            throw AwsError.notSimulated("the reserved message attribute " + name);
        }
        if (wrong) {
            throw SnsErrors.invalidAttribute("Invalid message attribute name '%s'".formatted(name));
        }
    }

    private static void requireValue(String name, String type, MessageAttributeValue attribute) {
        boolean binary = type.startsWith("Binary");
        boolean empty =
                binary
                        ? attribute.binaryValue() == null
                                || attribute.binaryValue().asByteArrayUnsafe().length == 0
                        : isEmpty(attribute.stringValue());
        if (empty) {
            throw SnsErrors.invalidAttribute(
                    "The message attribute '%s' must contain non-empty message attribute value for message attribute type '%s'."
                            .formatted(name, type));
        }
        if (!binary) {
            requireKnown("a message attribute", attribute.stringValue());
            requireNumber(name, type, attribute.stringValue());
        }
    }

    private static void requireNumber(String name, String type, String value) {
        if (type.startsWith("Number") && !value.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")) {
            throw SnsErrors.invalidAttribute(
                    "Could not cast message attribute '%s' value to number.".formatted(name));
        }
    }

    /**
     * Nothing tells what SNS does with the characters that XML and JSON cannot carry as they are.
     */
    private static void requireKnown(String where, String text) {
        boolean unknown =
                text.codePoints()
                        .anyMatch(point ->
                                (Character.isISOControl(point)
                                                && point != '\n'
                                                && point != '\r'
                                                && point != '\t')
                                        || point == 0xFFFE
                                        || point == 0xFFFF);
        if (unknown) {
            throw AwsError.notSimulated("control characters in " + where);
        }
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    /** "All parts of the message attribute, including name, type, and value" count. */
    private static long size(PublishRequest request) {
        long size = bytes(request.message());
        for (Map.Entry<String, MessageAttributeValue> entry :
                request.messageAttributes().entrySet()) {
            MessageAttributeValue attribute = entry.getValue();
            size += bytes(entry.getKey()) + bytes(attribute.dataType());
            size += attribute.stringValue() == null ? 0 : bytes(attribute.stringValue());
            size +=
                    attribute.binaryValue() == null
                            ? 0
                            : attribute.binaryValue().asByteArrayUnsafe().length;
        }
        return size;
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
