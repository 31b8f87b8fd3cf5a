package org.labjanitor.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.traits.TraitType;
import software.amazon.awssdk.core.traits.XmlAttributeTrait;
import software.amazon.awssdk.core.traits.XmlAttributesTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Lays SDK response types out in headers and an XML body. */
final class RestXmlWriter {
    private final String namespace;

    RestXmlWriter(String namespace) {
        this.namespace = namespace;
    }

    Map<String, String> headers(SdkPojo response) {
        Map<String, String> headers = new TreeMap<>();
        for (SdkField<?> field : response.sdkFields()) {
            if (field.location() == MarshallLocation.HEADER) {
                value(field, response).ifPresent(value -> header(field, value, headers));
            }
        }
        return headers;
    }

    private static void header(SdkField<?> field, Object value, Map<String, String> headers) {
        String name = field.unmarshallLocationName();
        switch (value) {
            case Map<?, ?> map ->
                    map.forEach((key, entry) -> headers.put(name + key, String.valueOf(entry)));
            case List<?> list ->
                    headers.put(
                            name,
                            list.stream().map(String::valueOf).collect(Collectors.joining(",")));
            default -> headers.put(name, RestText.write(field, value));
        }
    }

    /** Whether the response type has anything that belongs into a body. */
    boolean hasBody(SdkPojo response) {
        return response.sdkFields().stream()
                .anyMatch(field -> field.location() == MarshallLocation.PAYLOAD);
    }

    /** The member that is the body; empty where the body is made of several members. */
    private static Optional<SdkField<?>> payload(SdkPojo response) {
        return response.sdkFields().stream()
                .filter(field -> field.containsTrait(PayloadTrait.class, TraitType.PAYLOAD_TRAIT))
                .findFirst();
    }

    /** Whether the body is the text of one member, as a bucket's policy is, and no XML. */
    boolean isPlain(SdkPojo response, @Nullable String root) {
        return root == null
                && payload(response)
                        .flatMap(field -> value(field, response))
                        .filter(value -> !(value instanceof SdkPojo))
                        .isPresent();
    }

    byte[] plainBody(SdkPojo response) {
        return payload(response)
                .flatMap(field -> value(field, response))
                .map(value ->
                        value instanceof SdkBytes bytes
                                ? bytes.asByteArray()
                                : String.valueOf(value).getBytes(StandardCharsets.UTF_8))
                .orElse(new byte[0]);
    }

    /**
     * The body as XML.
     *
     * @param root name of the root element where the response is not the payload itself
     */
    byte[] xmlBody(SdkPojo response, String root) {
        Optional<SdkField<?>> payload = payload(response);
        Optional<Object> value = payload.flatMap(field -> value(field, response));
        String name =
                value.filter(SdkPojo.class::isInstance).isPresent()
                        ? payload.orElseThrow().unmarshallLocationName()
                        : root;
        XmlText out = new XmlText().open(name, namespace);
        if (payload.isEmpty()) {
            members(response, out);
        } else {
            value.ifPresent(body -> content(payload.get(), body, out));
        }
        return out.close(name).bytes();
    }

    private void content(SdkField<?> field, Object value, XmlText out) {
        if (value instanceof SdkPojo pojo) {
            members(pojo, out);
        } else {
            out.text(RestText.write(field, value));
        }
    }

    private void members(SdkPojo pojo, XmlText out) {
        for (SdkField<?> field : pojo.sdkFields()) {
            boolean element =
                    field.location() == MarshallLocation.PAYLOAD
                            && !field.containsTrait(
                                    XmlAttributeTrait.class, TraitType.XML_ATTRIBUTE_TRAIT);
            if (element) {
                value(field, pojo).ifPresent(value -> member(field, value, out));
            }
        }
    }

    private void member(SdkField<?> field, Object value, XmlText out) {
        String name = field.unmarshallLocationName();
        if (!(value instanceof List<?> list)) {
            element(name, field, value, out);
            return;
        }
        ListTrait trait = field.getRequiredTrait(ListTrait.class);
        @Nullable String memberName = trait.memberLocationName();
        if (trait.isFlattened()) {
            list.forEach(item -> element(name, trait.memberFieldInfo(), item, out));
        } else {
            String itemName = memberName == null ? "member" : memberName;
            out.open(name);
            list.forEach(item -> element(itemName, trait.memberFieldInfo(), item, out));
            out.close(name);
        }
    }

    private void element(String name, SdkField<?> field, Object value, XmlText out) {
        if (value instanceof SdkPojo pojo) {
            out.open(name, attributes(field, pojo));
            members(pojo, out);
            out.close(name);
        } else {
            out.element(name, RestText.write(field, value));
        }
    }

    private static Map<String, String> attributes(SdkField<?> field, SdkPojo pojo) {
        Map<String, String> attributes = new LinkedHashMap<>();
        field.getOptionalTrait(XmlAttributesTrait.class, TraitType.XML_ATTRIBUTES_TRAIT)
                .ifPresent(trait ->
                        trait.attributes()
                                .forEach((name, accessors) ->
                                        attributes.put(
                                                name, accessors.attributeGetter().apply(pojo))));
        return attributes;
    }

    /** Empty where the member was never set; an empty list that was set is one. */
    private static Optional<Object> value(SdkField<?> field, SdkPojo pojo) {
        return Optional.<Object>ofNullable(field.getValueOrDefault(pojo))
                .filter(value -> !(value instanceof SdkAutoConstructList))
                .filter(value -> !(value instanceof SdkAutoConstructMap));
    }
}
