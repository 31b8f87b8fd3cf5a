package org.labjanitor.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.labjanitor.simulator.http.HttpAnswer;

/** XML being written: elements open, close and hold escaped text. */
final class XmlText {
    private final StringBuilder out =
            new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    XmlText open(String name) {
        out.append('<').append(name).append('>');
        return this;
    }

    XmlText open(String name, String namespace) {
        out.append('<').append(name).append(" xmlns=\"").append(namespace).append("\">");
        return this;
    }

    /** Opens an element with attributes. */
    XmlText open(String name, Map<String, String> attributes) {
        out.append('<').append(name);
        attributes.forEach((attribute, value) -> {
            out.append(' ').append(attribute).append("=\"");
            escape(value);
            out.append('"');
        });
        out.append('>');
        return this;
    }

    XmlText text(String text) {
        escape(text);
        return this;
    }

    XmlText close(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    XmlText element(String name, String text) {
        open(name);
        escape(text);
        return close(name);
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#xD;");
                default -> out.append(c);
            }
        }
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    HttpAnswer answer(int status, String requestId) {
        return new HttpAnswer(
                status,
                Map.of("Content-Type", "text/xml;charset=UTF-8", "x-amzn-RequestId", requestId),
                bytes());
    }
}
