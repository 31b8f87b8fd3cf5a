package org.labjanitor.simulator.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.RequiredTrait;
import software.amazon.awssdk.core.traits.TraitType;
import software.amazon.awssdk.core.traits.XmlAttributeTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Fills SDK types from an XML document. An element that the type lacks, or lacks to be complete, is
 * refused by name, as S3's schema does.
 */
final class XmlReader {
    /** The SDK type that the document's root spells. */
    SdkPojo read(byte[] document, Supplier<SdkPojo> newBuilder) {
        return pojo(root(document), newBuilder.get());
    }

    private static Element root(byte[] document) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(document)).getDocumentElement();
        } catch (SAXException e) {
            throw malformed(String.valueOf(e.getMessage()));
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("the lab cannot read XML", e);
        }
    }

    private SdkPojo pojo(Element element, SdkPojo builder) {
        List<Element> unread = children(element);
        for (SdkField<?> field : builder.sdkFields()) {
            if (field.containsTrait(XmlAttributeTrait.class, TraitType.XML_ATTRIBUTE_TRAIT)) {
                attribute(element, field, builder);
            } else {
                member(named(unread, field.locationName()), field, builder, element);
            }
        }
        if (!unread.isEmpty()) {
            throw malformed(
                    "%s has no element %s"
                            .formatted(element.getTagName(), unread.getFirst().getTagName()));
        }
        return (SdkPojo) ((Buildable) builder).build();
    }

    private static void attribute(Element element, SdkField<?> field, SdkPojo builder) {
        if (element.hasAttribute(field.locationName())) {
            field.set(builder, element.getAttribute(field.locationName()));
        }
    }

    private void member(List<Element> found, SdkField<?> field, SdkPojo builder, Element parent) {
        if (!found.isEmpty()) {
            field.set(builder, value(found, field));
        } else if (field.containsTrait(RequiredTrait.class, TraitType.REQUIRED_TRAIT)) {
            throw malformed(
                    "%s needs an element %s".formatted(parent.getTagName(), field.locationName()));
        }
    }

    private Object value(List<Element> found, SdkField<?> field) {
        if (field.marshallingType().getKnownType() != MarshallingKnownType.LIST) {
            return single(only(found), field);
        }
        ListTrait trait = field.getRequiredTrait(ListTrait.class);
        List<Element> items = trait.isFlattened() ? found : children(only(found));
        List<Object> values = new ArrayList<>();
        items.forEach(item -> values.add(single(item, trait.memberFieldInfo())));
        return values;
    }

    private static Element only(List<Element> found) {
        if (found.size() > 1) {
            throw malformed("the element %s stands twice".formatted(found.getFirst().getTagName()));
        }
        return found.getFirst();
    }

    private Object single(Element element, SdkField<?> field) {
        if (field.marshallingType().getKnownType() == MarshallingKnownType.SDK_POJO) {
            return pojo(element, field.constructor().get());
        }
        try {
            return RestText.read(field, element.getTextContent());
        } catch (IllegalArgumentException e) {
            throw malformed(
                    "'%s' is no value of %s"
                            .formatted(element.getTextContent(), element.getTagName()));
        }
    }

    /** Removes and answers the elements of that name. */
    private static List<Element> named(List<Element> elements, String name) {
        List<Element> found =
                elements.stream().filter(element -> element.getTagName().equals(name)).toList();
        elements.removeAll(found);
        return found;
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    private static AwsError malformed(String why) {
        return AwsError.badRequest(
                "MalformedXML",
                "The XML you provided was not well-formed or did not validate against our published schema: "
                        + why);
    }
}
